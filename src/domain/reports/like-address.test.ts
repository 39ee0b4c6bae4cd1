import { expect, test } from 'vitest'
import { compareAddresses, streetWords } from './like-address.ts'

test.each([
  ['Via Giuseppe Garibaldi 12/3 rosso, 16124 Genova', ['giuseppe', 'garibaldi', 'rosso']],
  ['via XX Settembre', ['xx', 'settembre']],
  ['12, Piazza de’ Ferrari', ['ferrari']],
  ['Località Pian dei Rossi snc', ['pian', 'rossi']],
  ['', []],
  [null, []],
] as const)('the street of %j is known by %j', (address, words) => expect(streetWords(address)).toEqual(words))

test.each([
  ['Via Garibaldi 12', 'via G. Garibaldi, 12, Genova', 'number'],
  ['Via Garibaldi 12', 'Via Garibaldi 14', 'street'],
  ['Via Garibaldi', 'Via Giuseppe Garibaldi 3', 'street'],
  ['Via Garibaldi 12', 'Piazza Verdi 12', null],
  ['Via 12', 'Via 12', null],
  ['Via Garibaldi', null, null],
] as const)('%j and %j are in one %s', (one, other, nearness) => {
  expect(compareAddresses(one, other)).toBe(nearness)
  expect(compareAddresses(other, one)).toBe(nearness)
})

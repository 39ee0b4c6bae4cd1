import { expect, test } from 'vitest'
import { blockedWordsIn } from './blocked-words.ts'

test.each([
  ['a word of the title', 'Che VERGOGNA', '', ['vergogna']],
  ['words one after the other, with accents', '', 'È una citta da buttare', ['città da buttare']],
  ['part of a word', 'Vergognarsi', '', []],
  ['nothing', 'Buca', 'Profonda', []],
] as const)('%s', (_, title, description, expected) => {
  expect(blockedWordsIn({ title, description }, ['vergogna', 'città da buttare'])).toEqual(expected)
})

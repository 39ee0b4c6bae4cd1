import { expect, test } from 'vitest'
import { partAddress } from './postal-address.ts'

test.each([
  ['Via Lunga 9, 16124 Prova', { street: 'Via Lunga 9', postcode: '16124', locality: 'Prova' }],
  ['Piazza 4 Novembre 1 - 00100 San Polo (RM)', { street: 'Piazza 4 Novembre 1', postcode: '00100', locality: 'San Polo (RM)' }],
  ['Via Lunga 9', null],
  ['16124 Prova', null],
  ['Via Lunga 9, 16124', null],
] as const)('an address is parted: %s', (line, parts) => expect(partAddress(line)).toEqual(parts))

import { expect, test } from 'vitest'
import { count, fill, writeNumber } from './fill.ts'

const forms = { one: 'una ({n})', other: 'molte ({n})' }

test.each([
  ['it', 1, 'una (1)'],
  ['it', 0, 'molte (0)'],
  ['it', 12345, 'molte (12.345)'],
  ['en', 12345, 'molte (12,345)'],
] as const)('%s counts %d', (locale, n, text) => expect(count(locale, forms, n)).toBe(text))

test('a place without a value stays as it is', () => expect(fill('{a} e {b}', { a: 1 })).toBe('1 e {b}'))

test('numbers are written as the reader writes them', () => expect(writeNumber('it', 1000000)).toBe('1.000.000'))

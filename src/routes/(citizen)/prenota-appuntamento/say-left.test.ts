import { expect, test } from 'vitest'
import { it as words } from '#lib/messages/it.ts'
import { isToldAt, sayLeft } from './say-left.ts'

test.each([
  [600, 'Ti restano 10 minuti.', false],
  [359, 'Ti restano 5 minuti.', true],
  [299, 'Ti restano 4 minuti.', false],
  [119, 'Ti resta 1 minuto.', true],
  [59, 'Ti resta meno di un minuto.', true],
  [0, words.booking.hold.over, true],
])('%i seconds before the end: %s', (seconds, text, told) => {
  expect(sayLeft(seconds, words.booking.hold)).toBe(text)
  expect(isToldAt(seconds)).toBe(told)
})

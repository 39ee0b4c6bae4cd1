import { expect, test } from 'vitest'
import { it as words } from '#lib/messages/it.ts'
import { sayOpening } from './say-opening.ts'

const morning = [{ from: '09:00', to: '12:00' }]
const long = [...morning, { from: '14:00', to: '16:00' }]

test('days in a row with the same hours are one line, and closed days are none', () => {
  const opening = { 1: morning, 2: morning, 3: long, 4: morning, 5: [], 6: morning, 7: [] }
  expect(sayOpening(opening, words.routing.weekdays, words.booking.place.span)).toEqual([
    'lunedì–martedì 09:00–12:00',
    'mercoledì 09:00–12:00, 14:00–16:00',
    'giovedì 09:00–12:00',
    'sabato 09:00–12:00',
  ])
})

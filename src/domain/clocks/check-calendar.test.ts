import { expect, test } from 'vitest'
import { checkCalendar } from './check-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

const split = [
  { from: '08:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
]
const week = { 1: split, 2: split, 3: split, 4: split, 5: split, 6: [], 7: [] }
const rome: WorkingCalendar = { zone: 'Europe/Rome', weekly: week, patron: '06-24', closures: [] }
const withHours = (...hours: { from: string; to: string }[]) => ({ ...rome, weekly: { ...week, 6: hours } })
const closed = (from: string, to: string) => ({ ...rome, closures: [{ from, to }] })

test.each([
  ['zone_unknown', 'a zone that is none', { ...rome, zone: 'Europa/Roma' }],
  ['never_open', 'a week without hours', { ...rome, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }],
  ['interval_wrong', 'an end before its start', withHours({ from: '17:00', to: '09:00' })],
  ['interval_wrong', 'no length', withHours({ from: '09:00', to: '09:00' })],
  ['interval_wrong', 'hours without minutes', withHours({ from: '9', to: '10' })],
  ['interval_wrong', 'hours that overlap', withHours({ from: '09:00', to: '13:00' }, { from: '12:00', to: '17:00' })],
  ['interval_wrong', 'hours out of order', withHours({ from: '14:00', to: '17:00' }, { from: '09:00', to: '13:00' })],
  ['patron_wrong', 'a day before its month', { ...rome, patron: '24-06' }],
  ['patron_wrong', 'a day that no month has', { ...rome, patron: '02-30' }],
  ['closure_wrong', 'a closure of no day', closed('2026-08-10', '2026-08-10')],
  ['closure_wrong', 'a date that is none', closed('2026-02-28', '2026-02-30')],
  ['closure_wrong', 'a closure for ever', closed('2026-01-01', '9999-01-01')],
] as const)('refuses %s: %s', (refusal, _, calendar) => expect(checkCalendar(calendar)).toMatchObject({ ok: false, refusal }))

test('names the day whose hours are wrong', () => {
  expect(checkCalendar(withHours({ from: '9', to: '10' }))).toMatchObject({ field: 'day-6' })
})

test.each([
  ['no patron', { ...rome, patron: null }],
  ['a patron on 29 February', { ...rome, patron: '02-29' }],
  ['hours that touch and end at midnight', withHours({ from: '00:00', to: '12:00' }, { from: '12:00', to: '24:00' })],
  ['a closure over a year’s end', closed('2026-12-24', '2027-01-07')],
] as const)('takes %s', (_, calendar) => expect(checkCalendar(calendar)).toEqual({ ok: true, value: calendar }))

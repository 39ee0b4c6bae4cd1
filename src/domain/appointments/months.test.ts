import { expect, test } from 'vitest'
import { monthSpan, monthsOf } from './months.ts'

const zone = 'Europe/Rome'

test.each([
  ['2026-11-28T10:00:00Z', '2027-01-15T10:00:00Z', ['2026-11', '2026-12', '2027-01']],
  // The first of the month has begun in Rome already.
  ['2026-05-31T22:30:00Z', '2026-06-10T10:00:00Z', ['2026-06']],
  // It ends with the month itself.
  ['2026-05-11T10:00:00Z', '2026-05-31T22:00:00Z', ['2026-05']],
  ['2026-05-11T10:00:00Z', '2026-05-11T10:00:00Z', []],
])('a span touches its civil months: %s to %s', (from, to, months) =>
  expect(monthsOf({ from: new Date(from), to: new Date(to) }, zone)).toEqual(months),
)

test('a month in which the clocks change lasts from midnight to midnight', () => {
  expect(monthSpan('2026-03', zone)).toEqual({ from: new Date('2026-02-28T23:00:00Z'), to: new Date('2026-03-31T22:00:00Z') })
})

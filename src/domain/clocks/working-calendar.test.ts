import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  closedDates,
  dueAt,
  isWorkingDay,
  openingAt,
  openSpans,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-calendar.ts'

const nine = [{ from: '09:00', to: '17:00' }]
const week = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] }
const rome: WorkingCalendar = {
  zone: 'Europe/Rome',
  weekly: week,
  patron: '06-24',
  closures: [{ from: '2026-08-10', to: '2026-08-22' }],
}
const split = [
  { from: '08:00', to: '13:00' },
  { from: '14:30', to: '17:30' },
]
const siesta: WorkingCalendar = { ...rome, weekly: { ...week, 2: split, 4: split } }
const nights: WorkingCalendar = { ...rome, weekly: { ...week, 6: nine, 7: [{ from: '00:00', to: '24:00' }] } }
const at = (text: string) => new Date(text)

describe('a term', () => {
  test.each([
    ['counts hours within a day', '2026-05-11T08:00:00Z', 4, 'working_hours', '2026-05-11T12:00:00Z'],
    ['waits for the morning', '2026-05-11T03:00:00Z', 1, 'working_hours', '2026-05-11T08:00:00Z'],
    ['sent in the evening begins the next morning', '2026-05-11T20:00:00Z', 1, 'working_hours', '2026-05-12T08:00:00Z'],
    ['goes on the next day', '2026-05-11T14:00:00Z', 2, 'working_hours', '2026-05-12T08:00:00Z'],
    ['ends with the day, not with the next morning', '2026-05-11T07:00:00Z', 8, 'working_hours', '2026-05-11T15:00:00Z'],
    ['passes a weekend', '2026-05-15T14:00:00Z', 2, 'working_hours', '2026-05-18T08:00:00Z'],
    ['starts on Monday when sent on a Sunday', '2026-05-17T10:00:00Z', 2, 'working_days', '2026-05-19T15:00:00Z'],
    ['sent after midnight here begins the day after here', '2026-05-10T22:30:00Z', 1, 'working_days', '2026-05-12T15:00:00Z'],
    ['ends with the last hour of the day', '2026-05-11T08:00:00Z', 2, 'working_days', '2026-05-13T15:00:00Z'],
    ['passes Easter Monday of 2026', '2026-04-03T08:00:00Z', 1, 'working_days', '2026-04-07T15:00:00Z'],
    ['passes Easter Monday of 2027', '2027-03-26T08:00:00Z', 1, 'working_days', '2027-03-30T15:00:00Z'],
    ['passes San Francesco', '2027-10-01T08:00:00Z', 1, 'working_days', '2027-10-05T15:00:00Z'],
    ['passes the patron saint', '2026-06-23T08:00:00Z', 1, 'working_days', '2026-06-25T15:00:00Z'],
    ['passes a closure', '2026-08-07T08:00:00Z', 1, 'working_days', '2026-08-24T15:00:00Z'],
    ['sent in a closure begins after it', '2026-08-12T08:00:00Z', 1, 'working_hours', '2026-08-24T08:00:00Z'],
    ['keeps civil hours when summer time begins', '2026-03-27T15:00:00Z', 2, 'working_hours', '2026-03-30T08:00:00Z'],
    ['keeps civil hours when summer time ends', '2026-10-23T14:00:00Z', 2, 'working_hours', '2026-10-26T09:00:00Z'],
    ['ends in civil hours after summer time begins', '2026-03-27T08:00:00Z', 1, 'working_days', '2026-03-30T15:00:00Z'],
    ['ends in civil hours after summer time ends', '2026-10-23T08:00:00Z', 1, 'working_days', '2026-10-26T16:00:00Z'],
    ['may take years', '2026-01-12T08:00:00Z', 1000, 'working_days', '2030-01-14T16:00:00Z'],
  ] as const)('%s', (_, start, amount, unit, due) => {
    expect(dueAt(at(start), { amount, unit }, rome).toISOString()).toBe(at(due).toISOString())
  })

  test.each([
    ['skips the break', '2026-05-12T10:00:00Z', 2, '2026-05-12T13:30:00Z'],
    ['sent in the break begins after it', '2026-05-12T11:30:00Z', 1, '2026-05-12T13:30:00Z'],
  ])('in a day of two parts %s', (_, start, amount, due) => {
    expect(dueAt(at(start), { amount, unit: 'working_hours' }, siesta).toISOString()).toBe(at(due).toISOString())
  })

  test('in days ends with the last part of the day', () => {
    expect(addWorkingDays(at('2026-05-11T08:00:00Z'), 1, siesta)).toEqual(at('2026-05-12T15:30:00Z'))
  })
})

test.each([
  ['2026-05-11', true],
  ['2026-05-16', false],
  ['2026-06-02', false],
  ['2026-06-24', false],
  ['2026-08-10', false],
  ['2026-08-21', false],
  ['2026-08-24', true],
])('whether %s is a working day: %s', (date, works) => expect(isWorkingDay(date, rome)).toBe(works))

test('the day on which a closure ends is worked', () => {
  const calendar = { ...rome, closures: [{ from: '2026-08-10', to: '2026-08-14' }] }
  expect(isWorkingDay('2026-08-13', calendar)).toBe(false)
  expect(isWorkingDay('2026-08-14', calendar)).toBe(true)
})

describe('whether it is open', () => {
  test.each([
    ['in the middle of the morning', '2026-05-12T08:00:00Z', { open: true, until: at('2026-05-12T11:00:00Z') }],
    ['at the minute of opening', '2026-05-12T06:00:00Z', { open: true, until: at('2026-05-12T11:00:00Z') }],
    ['at the minute of closing', '2026-05-12T11:00:00Z', { open: false, from: at('2026-05-12T12:30:00Z') }],
    ['on a Saturday', '2026-05-16T08:00:00Z', { open: false, from: at('2026-05-18T07:00:00Z') }],
    ['on the eve of a holiday', '2026-06-01T20:00:00Z', { open: false, from: at('2026-06-03T07:00:00Z') }],
  ] as const)('%s', (_, instant, opening) => expect(openingAt(at(instant), siesta)).toEqual(opening))

  test('is never where there are no hours', () => {
    const never = { ...rome, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }
    expect(openingAt(at('2026-05-12T08:00:00Z'), never)).toEqual({ open: false, from: null })
  })

  test('the hours of a fortnight leave out what is closed, and keep civil time where the clocks change', () => {
    const spans = openSpans(at('2026-10-19T06:00:00Z'), 14, rome)
    expect(spans.map(({ from }) => from.toISOString()).filter((from) => /10-23|10-26/.test(from))).toEqual([
      '2026-10-23T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ])
    expect(spans).toHaveLength(10)
  })
})

test.each([
  ['an ordinary week', '2026-05-11T06:00:00Z', 7, []],
  ['a holiday on a working day', '2026-06-01T06:00:00Z', 7, ['2026-06-02']],
  ['the patron saint', '2026-06-22T06:00:00Z', 7, ['2026-06-24']],
  ['a holiday on a Sunday, which is closed anyway', '2026-10-31T06:00:00Z', 2, []],
  ['a closure, without its weekend', '2026-08-13T06:00:00Z', 5, ['2026-08-13', '2026-08-14', '2026-08-17']],
  ['the day as it is here, late in the evening', '2026-06-01T22:30:00Z', 1, ['2026-06-02']],
] as const)('what is closed against the rule: %s', (_, from, days, dates) =>
  expect(closedDates(at(from), days, rome)).toEqual(dates),
)

describe('a Sunday with a change of the clocks', () => {
  const hours = (from: string, to: string, calendar: WorkingCalendar) => workingMinutesBetween(at(from), at(to), calendar) / 60

  test('has 23 or 25 working hours', () => {
    expect(hours('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', nights)).toBe(23)
    expect(hours('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', nights)).toBe(25)
  })

  test.each([
    ['02:00', '03:00', 0, 2],
    ['02:30', '03:00', 0, 1.5],
    ['01:30', '03:30', 1, 3],
  ])('has between %s and %s %d hours in spring and %d in autumn', (from, to, spring, autumn) => {
    const early = { ...rome, weekly: { ...week, 7: [{ from, to }] } }
    expect(hours('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', early)).toBe(spring)
    expect(hours('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', early)).toBe(autumn)
  })
})

test('no working time lies between an instant and itself or one before it', () => {
  expect(workingMinutesBetween(at('2026-05-11T08:00:00Z'), at('2026-05-11T08:00:00Z'), rome)).toBe(0)
  expect(workingMinutesBetween(at('2026-05-12T08:00:00Z'), at('2026-05-11T08:00:00Z'), rome)).toBe(0)
})

test('a calendar that never opens is a fault, not an endless search', () => {
  const never = { ...rome, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }
  expect(() => addWorkingMinutes(at('2026-05-11T08:00:00Z'), 1, never)).toThrow('no working hour')
  expect(() => addWorkingDays(at('2026-05-11T08:00:00Z'), 1, never)).toThrow('no working day')
})

describe('in every calendar', () => {
  const starts = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true })
  const calendars = fc.constantFrom(rome, siesta, nights)

  test('adding working minutes and counting them agree, and the end is in working time', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 20_000 }), calendars, (start, minutes, calendar) => {
        const end = addWorkingMinutes(start, minutes, calendar)
        expect(workingMinutesBetween(start, end, calendar)).toBeCloseTo(minutes, 6)
        expect(workingMinutesBetween(new Date(end.getTime() - 1), end, calendar)).toBeCloseTo(1 / 60_000, 8)
      }),
      { numRuns: 300 },
    )
  })

  test('a term of days ends later than it starts, at the end of working time, and one day more ends later', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), calendars, (start, days, calendar) => {
        const end = addWorkingDays(start, days, calendar)
        expect(end > start).toBe(true)
        expect(workingMinutesBetween(new Date(end.getTime() - 60_000), end, calendar)).toBe(1)
        expect(addWorkingDays(start, days + 1, calendar) > end).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('working time adds up over any instant between', () => {
    fc.assert(
      fc.property(fc.array(starts, { minLength: 3, maxLength: 3 }), calendars, (instants, calendar) => {
        const [first, middle, last] = instants.toSorted((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date]
        const parts = workingMinutesBetween(first, middle, calendar) + workingMinutesBetween(middle, last, calendar)
        expect(workingMinutesBetween(first, last, calendar)).toBeCloseTo(parts, 6)
      }),
      { numRuns: 200 },
    )
  })
})

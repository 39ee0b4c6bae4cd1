import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { easterMonday, nationalHolidays } from './holidays.ts'
import { resume, termState } from './report-clock.ts'
import { addWorkingMinutes, checkCalendar, dueAt, type WorkingCalendar, workingMinutesBetween } from './working-calendar.ts'

const nine = [{ from: '09:00', to: '17:00' }]
const week = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] }
const rome: WorkingCalendar = {
  zone: 'Europe/Rome',
  weekly: week,
  patron: '06-24',
  closures: [{ from: '2026-08-10', to: '2026-08-22' }],
}
const nights: WorkingCalendar = { ...rome, weekly: { ...week, 6: nine, 7: [{ from: '00:00', to: '24:00' }] } }
const at = (text: string) => new Date(text)

describe('holidays', () => {
  test.each([
    [2024, '2024-04-01'],
    [2025, '2025-04-21'],
    [2026, '2026-04-06'],
    [2027, '2027-03-29'],
    [2038, '2038-04-26'],
  ])('Easter Monday of %i is %s', (year, date) => expect(easterMonday(year)).toBe(date))

  test('San Francesco is a holiday from 2026', () => {
    expect(nationalHolidays(2025)).not.toContain('2025-10-04')
    expect(nationalHolidays(2026)).toContain('2026-10-04')
  })
})

describe('a term', () => {
  test.each([
    ['counts hours within a day', '2026-05-11T08:00:00Z', 4, 'working_hours', '2026-05-11T12:00:00Z'],
    ['waits for the morning', '2026-05-11T03:00:00Z', 1, 'working_hours', '2026-05-11T08:00:00Z'],
    ['goes on the next day', '2026-05-11T14:00:00Z', 2, 'working_hours', '2026-05-12T08:00:00Z'],
    ['passes a weekend', '2026-05-15T14:00:00Z', 2, 'working_hours', '2026-05-18T08:00:00Z'],
    ['starts on Monday when sent on a Sunday', '2026-05-17T10:00:00Z', 2, 'working_days', '2026-05-19T15:00:00Z'],
    ['ends with the last hour of the day', '2026-05-11T08:00:00Z', 2, 'working_days', '2026-05-13T15:00:00Z'],
    ['passes Easter Monday', '2026-04-03T08:00:00Z', 1, 'working_days', '2026-04-07T15:00:00Z'],
    ['passes the patron saint', '2026-06-23T08:00:00Z', 1, 'working_days', '2026-06-25T15:00:00Z'],
    ['passes a closure', '2026-08-07T08:00:00Z', 1, 'working_days', '2026-08-24T15:00:00Z'],
    ['keeps civil hours when summer time begins', '2026-03-27T15:00:00Z', 2, 'working_hours', '2026-03-30T08:00:00Z'],
    ['keeps civil hours when summer time ends', '2026-10-23T14:00:00Z', 2, 'working_hours', '2026-10-26T09:00:00Z'],
  ] as const)('%s', (_, start, amount, unit, due) => {
    expect(dueAt(at(start), { amount, unit }, rome).toISOString()).toBe(at(due).toISOString())
  })

  test('a Sunday with a change of the clocks has 23 or 25 working hours', () => {
    const hours = (from: string, to: string) => workingMinutesBetween(at(from), at(to), nights) / 60
    expect(hours('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23)
    expect(hours('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25)
  })

  test('adding working minutes and counting them agree, and the end is in working time', () => {
    const starts = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 5000 }), (start, minutes) => {
        const end = addWorkingMinutes(start, minutes, rome)
        expect(workingMinutesBetween(start, end, rome)).toBeCloseTo(minutes, 6)
        expect(workingMinutesBetween(new Date(end.getTime() - 60_000), end, rome)).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a clock', () => {
  test('that stood still over a weekend has the working time left that it had', () => {
    const clock = { due: at('2026-05-15T15:00:00Z'), pausedAt: at('2026-05-15T13:00:00Z') }
    expect(resume(clock, at('2026-05-18T10:00:00Z'), rome)).toEqual({ due: at('2026-05-18T12:00:00Z'), pausedAt: null })
  })

  test('that was over before it stood still stays over', () => {
    const clock = { due: at('2026-05-15T12:00:00Z'), pausedAt: at('2026-05-15T13:00:00Z') }
    expect(resume(clock, at('2026-05-18T10:00:00Z'), rome).due).toEqual(clock.due)
  })

  test.each([
    ['on_time', '2026-05-11T12:00:00Z'],
    ['warned', '2026-05-12T13:30:00Z'],
    ['late', '2026-05-12T15:01:00Z'],
    ['very_late', '2026-05-18T15:00:00Z'],
  ])('is %s at %s', (state, now) => {
    const start = at('2026-05-11T07:00:00Z')
    expect(termState({ due: at('2026-05-12T15:00:00Z'), pausedAt: null }, start, at(now), rome)).toBe(state)
  })

  test('stands still while the author is asked', () => {
    const clock = { due: at('2026-05-12T15:00:00Z'), pausedAt: at('2026-05-11T12:00:00Z') }
    expect(termState(clock, at('2026-05-11T07:00:00Z'), at('2026-06-11T07:00:00Z'), rome)).toBe('paused')
  })
})

test.each([
  ['zone_unknown', { ...rome, zone: 'Europa/Roma' }],
  ['never_open', { ...rome, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }],
  ['interval_wrong', { ...rome, weekly: { ...week, 6: [{ from: '17:00', to: '09:00' }] } }],
  ['interval_wrong', { ...rome, weekly: { ...week, 6: [{ from: '9', to: '10' }] } }],
] as const)('a calendar is refused: %s', (refusal, calendar) => expect(checkCalendar(calendar)).toEqual({ ok: false, refusal }))

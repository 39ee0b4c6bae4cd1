import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resume, termState } from './report-clock.ts'
import { addWorkingMinutes, dueAt, type WorkingCalendar, workingMinutesBetween } from './working-calendar.ts'

const nine = [{ from: '09:00', to: '17:00' }]
const week = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] }
const rome: WorkingCalendar = { zone: 'Europe/Rome', weekly: week, patron: '06-24', closures: [] }
const at = (text: string) => new Date(text)

describe('a clock that stood still', () => {
  test.each([
    ['over a weekend', '2026-05-15T13:00:00Z', '2026-05-15T15:00:00Z', '2026-05-18T10:00:00Z', '2026-05-18T12:00:00Z'],
    [
      'and runs again on a Sunday',
      '2026-05-15T13:00:00Z',
      '2026-05-15T15:00:00Z',
      '2026-05-17T10:00:00Z',
      '2026-05-18T09:00:00Z',
    ],
    ['while summer time began', '2026-03-27T14:00:00Z', '2026-03-27T16:00:00Z', '2026-03-30T08:00:00Z', '2026-03-30T10:00:00Z'],
    ['over Easter Monday', '2026-04-03T13:00:00Z', '2026-04-07T08:00:00Z', '2026-04-08T07:00:00Z', '2026-04-08T10:00:00Z'],
  ])('%s has the working time left that it had', (_, pausedAt, due, now, then) => {
    expect(resume({ due: at(due), pausedAt: at(pausedAt) }, at(now), rome)).toEqual({ due: at(then), pausedAt: null })
  })

  test('after its term was over stays over', () => {
    const clock = { due: at('2026-05-15T12:00:00Z'), pausedAt: at('2026-05-15T13:00:00Z') }
    expect(resume(clock, at('2026-05-18T10:00:00Z'), rome)).toEqual({ due: clock.due, pausedAt: null })
  })

  test('and one that ran is not touched by running again', () => {
    const clock = { due: at('2026-05-15T12:00:00Z'), pausedAt: null }
    expect(resume(clock, at('2026-05-18T10:00:00Z'), rome)).toBe(clock)
  })
})

describe('the state of a term', () => {
  const start = at('2026-05-11T07:00:00Z')
  const due = at('2026-05-12T15:00:00Z')

  test.each([
    ['on_time', '2026-05-11T12:00:00Z'],
    ['on_time', '2026-05-12T11:47:00Z'],
    ['warned', '2026-05-12T11:48:00Z'],
    ['warned', '2026-05-12T15:00:00Z'],
    ['late', '2026-05-12T15:01:00Z'],
    ['late', '2026-05-18T14:59:00Z'],
    ['very_late', '2026-05-18T15:00:00Z'],
  ])('is %s at %s', (state, now) => {
    expect(termState({ due, pausedAt: null }, start, at(now), rome)).toBe(state)
  })

  test('stands still while the author is asked', () => {
    const clock = { due, pausedAt: at('2026-05-11T12:00:00Z') }
    expect(termState(clock, start, at('2026-06-11T07:00:00Z'), rome)).toBe('paused')
  })

  test('does not count a pause as used: two hours of sixteen, then a month of waiting', () => {
    const pause = { from: at('2026-05-11T09:00:00Z'), to: at('2026-06-11T07:00:00Z') }
    const clock = resume({ due, pausedAt: pause.from }, pause.to, rome)
    expect(termState(clock, start, pause.to, rome, [pause])).toBe('on_time')
    expect(termState(clock, start, at('2026-06-12T09:47:00Z'), rome, [pause])).toBe('on_time')
    expect(termState(clock, start, at('2026-06-12T09:48:00Z'), rome, [pause])).toBe('warned')
  })

  test('does not stretch with a pause: three times the term is three times what was promised', () => {
    const pause = { from: at('2026-05-11T09:00:00Z'), to: at('2026-06-11T07:00:00Z') }
    const clock = resume({ due, pausedAt: pause.from }, pause.to, rome)
    const third = addWorkingMinutes(clock.due, 2 * 16 * 60, rome)
    expect(termState(clock, start, new Date(third.getTime() - 60_000), rome, [pause])).toBe('late')
    expect(termState(clock, start, third, rome, [pause])).toBe('very_late')
  })

  test('a pause after the term was over does not make it later', () => {
    const pause = { from: at('2026-05-13T07:00:00Z'), to: at('2026-07-13T07:00:00Z') }
    expect(termState({ due, pausedAt: null }, start, pause.to, rome, [pause])).toBe('late')
  })
})

test('whenever a clock stood still and for how long, the time that it runs is the time that was promised', () => {
  const instants = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-06-30T00:00:00Z'), noInvalidDate: true })
  const minutes = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 40 }), minutes, minutes, (start, amount, before, length) => {
      const due = dueAt(start, { amount, unit: 'working_days' }, rome)
      const from = new Date(Math.min(start.getTime() + before * 60_000, due.getTime() - 60_000))
      const to = new Date(from.getTime() + length * 60_000)
      const { due: then } = resume({ due, pausedAt: from }, to, rome)
      const ran = workingMinutesBetween(start, from, rome) + workingMinutesBetween(to, then, rome)
      expect(ran).toBeCloseTo(workingMinutesBetween(start, due, rome), 6)
    }),
    { numRuns: 200 },
  )
})

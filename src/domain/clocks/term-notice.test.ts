import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Stage } from '../reports/stage.ts'
import { isGraver, noticeTerms } from './term-notice.ts'
import { addWorkingMinutes, dueAt, type WorkingCalendar } from './working-calendar.ts'

const hours = [{ from: '08:00', to: '16:00' }]
const calendar: WorkingCalendar = {
  zone: 'Europe/Rome',
  weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
  patron: '06-24',
  closures: [],
}

/** Monday, 11 May 2026, when the office opens: ten working days end with the working day of Monday, 25 May. */
const submittedAt = new Date('2026-05-11T06:00:00Z')
const report = (more: Partial<Parameters<typeof noticeTerms>[0]> = {}) => ({
  stage: 'in_charge' as Stage,
  submittedAt,
  firstReplyDue: dueAt(submittedAt, { amount: 2, unit: 'working_days' }, calendar),
  firstReplyAt: new Date('2026-05-11T10:00:00Z'),
  resolutionDue: dueAt(submittedAt, { amount: 10, unit: 'working_days' }, calendar),
  pausedAt: null,
  ...more,
})
const at = (instant: string) => new Date(instant)
const notice = (now: string, more: Parameters<typeof report>[0] = {}, history: Parameters<typeof noticeTerms>[1] = []) =>
  noticeTerms(report(more), history, calendar, at(now))

describe('the resolution', () => {
  // Eleven working days of eight hours: four fifths are over on Thursday, 21 May, after 6 h 24 min of work.
  test.each([
    ['none', '2026-05-11T06:00:00Z', '2026-05-21T12:24:00.000Z'],
    ['none', '2026-05-21T12:23:59Z', '2026-05-21T12:24:00.000Z'],
    ['warned', '2026-05-21T12:24:00Z', '2026-05-25T14:00:00.001Z'],
    ['warned', '2026-05-25T14:00:00Z', '2026-05-25T14:00:00.001Z'],
    ['late', '2026-05-25T14:00:01Z', '2026-06-26T14:00:00.000Z'],
    ['very_late', '2026-06-26T14:00:00Z', null],
  ])('is %s at %s, until %s: a holiday and the patron saint push what comes', (expected, now, nextAt) => {
    expect(notice(now)).toEqual({ notice: expected, term: 'resolution', nextAt: nextAt === null ? null : at(nextAt) })
  })

  test('stands still while the author is asked, and when it is closed', () => {
    const still = { notice: 'none', term: 'resolution', nextAt: null }
    expect(notice('2026-08-01T08:00:00Z', { stage: 'waiting', pausedAt: submittedAt })).toEqual(still)
    expect(notice('2026-08-01T08:00:00Z', { stage: 'resolved' })).toEqual(still)
  })

  test('is not used up by a pause over a weekend', () => {
    const history = [
      { kind: 'asked', at: at('2026-05-15T10:00:00Z') },
      { kind: 'answered', at: at('2026-05-18T10:00:00Z') },
    ] as const
    const moved = { resolutionDue: addWorkingMinutes(report().resolutionDue, 8 * 60, calendar) }
    expect(notice('2026-05-21T12:24:00Z', moved, history).notice).toBe('none')
    expect(notice('2026-05-22T12:24:00Z', moved, history).notice).toBe('warned')
  })
})

describe('the first reply', () => {
  const silent = { firstReplyAt: null, stage: 'submitted' as Stage }
  test.each([
    ['none', 'resolution', '2026-05-11T07:00:00Z'],
    ['warned', 'first_reply', '2026-05-13T10:00:00Z'],
    ['late', 'first_reply', '2026-05-13T14:00:01Z'],
  ])('%s, because of the %s, at %s', (expected, term, now) => {
    expect(notice(now, silent)).toMatchObject({ notice: expected, term })
  })

  test('no longer counts once it was given', () => {
    expect(notice('2026-05-14T10:00:00Z').notice).toBe('none')
  })
})

describe('across the changes of the clocks and the holidays', () => {
  // Submitted on a Friday, due on the next Tuesday: the night between has 23 or 25 hours, Easter Monday has no work at all.
  test.each([
    ['spring', '2026-03-27T07:00:00Z', '2026-03-31T14:00:00.000Z'],
    ['autumn', '2026-10-23T06:00:00Z', '2026-10-27T15:00:00.000Z'],
    ['Easter', '2026-04-03T06:00:00Z', '2026-04-08T14:00:00.000Z'],
    ['the patron saint', '2026-06-22T06:00:00Z', '2026-06-25T14:00:00.000Z'],
  ])('%s: two working days from %s end at %s', (_, from, due) => {
    const resolutionDue = dueAt(at(from), { amount: 2, unit: 'working_days' }, calendar)
    expect(resolutionDue.toISOString()).toBe(due)
    const more = { submittedAt: at(from), resolutionDue }
    expect(notice(due, more).notice).toBe('warned')
    expect(noticeTerms(report(more), [], calendar, new Date(resolutionDue.getTime() + 1)).notice).toBe('late')
  })
})

test('what comes next is graver, and comes when it was said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 * 24 * 60 }), fc.integer({ min: 1, max: 30 }), (minutes, days) => {
      const resolutionDue = dueAt(submittedAt, { amount: days, unit: 'working_days' }, calendar)
      const now = new Date(submittedAt.getTime() + minutes * 60_000)
      const found = noticeTerms(report({ resolutionDue }), [], calendar, now)
      if (found.nextAt === null) return
      expect(found.nextAt > now).toBe(true)
      const before = noticeTerms(report({ resolutionDue }), [], calendar, new Date(found.nextAt.getTime() - 1))
      const then = noticeTerms(report({ resolutionDue }), [], calendar, found.nextAt)
      expect(before.notice).toBe(found.notice)
      expect(isGraver(then.notice, found.notice)).toBe(true)
    }),
  )
})

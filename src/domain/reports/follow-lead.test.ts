import { describe, expect, test } from 'vitest'
import type { AccountId, EventId, OfficeId, ReportId } from '../shared/id.ts'
import { followLead, isFollowed, type LeadStep } from './follow-lead.ts'
import { fakeReport } from './report.fake.ts'
import type { Stage } from './stage.ts'

const now = new Date('2026-05-18T08:00:00Z')
const nine = [{ from: '09:00', to: '17:00' }]
const rules = {
  publication: 'after_approval',
  resolution: { amount: 10, unit: 'working_days' },
  calendar: {
    zone: 'Europe/Rome',
    weekly: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] },
    patron: null,
    closures: [],
  },
} as const
const step = (kind: LeadStep['kind'], detail: LeadStep['detail'] = {}): LeadStep => ({
  id: 'e' as EventId,
  kind,
  detail,
  reply: 'Fatto.',
})

describe('a report of a group goes where its lead goes', () => {
  test.each<readonly [LeadStep['kind'], Stage, Stage | null]>([
    ['taken_in_charge', 'submitted', 'in_charge'],
    ['taken_in_charge', 'planned', null],
    ['planned', 'in_charge', 'planned'],
    ['planned', 'planned', 'planned'],
    ['entrusted', 'in_charge', 'with_others'],
    ['worked', 'planned', 'worked'],
    ['worked', 'worked', null],
    ['sent_back', 'worked', 'in_charge'],
    ['sent_back', 'planned', null],
    ['resolved', 'worked', 'resolved'],
    ['resolved', 'waiting', 'resolved'],
    ['resolved', 'resolved', null],
    ['resolved', 'withdrawn', null],
    ['declined', 'in_charge', 'declined'],
    ['replied', 'in_charge', 'in_charge'],
    ['replied', 'declined', null],
    ['reopened', 'resolved', 'in_charge'],
    ['reopened', 'in_charge', null],
  ])('%s: %s becomes %s', (kind, from, to) => {
    const followed = followLead(fakeReport({ stage: from }), step(kind), rules, 'closed_with_lead', now)
    expect(followed?.report.stage ?? null).toBe(to)
    if (followed) expect(followed.event).toMatchObject({ kind, detail: { follows: 'e' } })
  })

  test('with the same words, and never with a note', () => {
    expect(followLead(fakeReport(), step('resolved'), rules, 'on_its_own', now)?.words).toEqual({ kind: 'reply', text: 'Fatto.' })
    expect(followLead(fakeReport(), step('worked'), rules, 'on_its_own', now)?.words).toBeNull()
  })

  test('to whoever gets the lead that is reopened', () => {
    const closed = fakeReport({ stage: 'resolved', ownerPerson: 'left' as AccountId })
    const again = step('reopened', { office: 'parks' as OfficeId, person: null })
    expect(followLead(closed, again, rules, 'closed_with_lead', now)?.report).toMatchObject({
      ownerOffice: 'parks',
      ownerPerson: null,
    })
  })

  test('with the same date, reason, office and recipient', () => {
    const planned = followLead(fakeReport(), step('planned', { plannedFor: '2026-06-01' }), rules, 'on_its_own', now)
    expect(planned?.report.plannedFor).toBe('2026-06-01')
    const declined = followLead(fakeReport(), step('declined', { reason: 'not_feasible' }), rules, 'on_its_own', now)
    expect(declined?.report).toMatchObject({ declineReason: 'not_feasible', closedAt: now })
    const taken = followLead(fakeReport(), step('assigned', { office: 'parks' as OfficeId }), rules, 'on_its_own', now)
    expect(taken).toMatchObject({ report: { ownerOffice: 'parks' }, event: { detail: { previousOffice: 'roads' } } })
    const entrusted = followLead(fakeReport(), step('entrusted', { recipient: 'ACME' }), rules, 'on_its_own', now)
    expect(entrusted?.report.recipient).toBe('ACME')
  })

  test('what was closed on its own stays closed when the lead is opened again', () => {
    const closed = fakeReport({ stage: 'declined', lead: 'lead' as ReportId })
    expect(followLead(closed, step('reopened'), rules, 'on_its_own', now)).toBeNull()
    const opened = followLead(closed, step('reopened'), rules, 'closed_with_lead', now)
    expect(opened?.report).toMatchObject({ stage: 'in_charge', closedAt: null, declineReason: null, lead: 'lead' })
  })

  test('a pause ends, and its time is given back', () => {
    const waiting = fakeReport({ stage: 'waiting', pausedAt: new Date('2026-05-11T08:00:00Z') })
    const planned = followLead(waiting, step('planned', { plannedFor: '2026-06-01' }), rules, 'on_its_own', now)
    expect(planned?.report.pausedAt).toBeNull()
    expect(planned?.report.resolutionDue.getTime()).toBeGreaterThan(waiting.resolutionDue.getTime())
  })
})

test.each([
  ['resolved', 'staff', true],
  ['reopened', 'author', false],
  ['asked', 'staff', false],
  ['noted', 'staff', false],
  ['withdrawn', 'author', false],
] as const)('%s by %s is followed: %s', (kind, by, followed) => {
  expect(isFollowed(kind, { kind: by } as never)).toBe(followed)
})

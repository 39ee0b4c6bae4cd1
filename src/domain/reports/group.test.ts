import { describe, expect, test } from 'vitest'
import type { Actor } from '../people/actor.ts'
import type { AccountId, OfficeId, ReportId } from '../shared/id.ts'
import { decideGrouping, decideLeading, decideUngrouping, heirOf } from './group.ts'
import { fakeReport } from './report.fake.ts'
import type { Stage } from './stage.ts'

const id = (name: string) => name as ReportId
const now = new Date('2026-05-11T10:00:00Z')
const rules = { publication: 'after_approval' } as const
const desk: Actor = { kind: 'staff', account: 'd' as AccountId, memberships: [{ role: 'desk', office: null }] }
const roads: Actor = {
  kind: 'staff',
  account: 'o' as AccountId,
  memberships: [{ role: 'office_manager', office: 'roads' as OfficeId }],
}
const lead = fakeReport({ id: id('lead'), number: 7 })

describe('a report joins the group of another', () => {
  test.each([
    ['not_yours', fakeReport(), lead, roads],
    ['lead_itself', lead, lead, desk],
    ['lead_follows', fakeReport(), fakeReport({ id: id('lead'), lead: id('first') }), desk],
    ['lead_closed', fakeReport(), fakeReport({ id: id('lead'), stage: 'resolved' }), desk],
    ['report_closed', fakeReport({ stage: 'declined', declineReason: 'duplicate' }), lead, desk],
    ['report_closed', fakeReport({ stage: 'withdrawn' }), lead, desk],
    ['nothing_changes', fakeReport({ lead: id('lead') }), lead, desk],
  ] as const)('but not where %s', (refusal, report, other, by) => {
    expect(decideGrouping(report, other, by, rules, now)).toEqual({ ok: false, refusal })
  })

  test.each<readonly [Stage, Stage, Stage]>([
    ['submitted', 'submitted', 'submitted'],
    ['submitted', 'in_charge', 'in_charge'],
    ['submitted', 'waiting', 'in_charge'],
    ['in_charge', 'submitted', 'in_charge'],
    ['in_charge', 'planned', 'planned'],
    ['planned', 'worked', 'worked'],
    ['waiting', 'planned', 'waiting'],
  ])('%s under %s it is %s', (from, leading, to) => {
    const other = fakeReport({ id: id('lead'), stage: leading, plannedFor: leading === 'planned' ? '2026-06-01' : null })
    const grouped = decideGrouping(fakeReport({ stage: from }), other, desk, rules, now)
    expect(grouped).toMatchObject({ ok: true, value: { report: { lead: 'lead', stage: to }, event: { kind: 'grouped' } } })
    if (grouped.ok && to === 'planned') expect(grouped.value.report.plannedFor).toBe('2026-06-01')
  })

  test('and lies with whoever has the lead', () => {
    const other = fakeReport({ id: id('lead'), ownerOffice: 'parks' as OfficeId, ownerPerson: 'p' as AccountId })
    const grouped = decideGrouping(fakeReport({ ownerOffice: 'roads' as OfficeId }), other, desk, rules, now)
    expect(grouped).toMatchObject({ ok: true, value: { report: { ownerOffice: 'parks', ownerPerson: 'p' } } })
  })
})

test.each([
  ['not_yours', fakeReport({ lead: id('lead') }), roads],
  ['not_grouped', fakeReport(), desk],
] as const)('a report does not leave a group where %s', (refusal, report, by) => {
  expect(decideUngrouping(report, by)).toEqual({ ok: false, refusal })
})

test('a report that leaves its group stays where it stood', () => {
  const left = decideUngrouping(fakeReport({ lead: id('lead'), stage: 'planned' }), desk)
  expect(left).toMatchObject({
    ok: true,
    value: { report: { lead: null, stage: 'planned' }, event: { detail: { other: 'lead' } } },
  })
})

test.each([
  ['not_yours', fakeReport({ lead: id('lead') }), roads],
  ['not_grouped', fakeReport(), desk],
  ['report_closed', fakeReport({ lead: id('lead'), stage: 'resolved' }), desk],
] as const)('a report does not take the lead where %s', (refusal, report, by) => {
  expect(decideLeading(report, by)).toEqual({ ok: false, refusal })
})

test('the eldest that is still open inherits the lead', () => {
  const [old, closed, young] = [3, 1, 9].map((number) => fakeReport({ number, stage: number === 1 ? 'resolved' : 'in_charge' }))
  expect(heirOf([young, closed, old].filter((one) => one !== undefined))?.number).toBe(3)
  expect(heirOf(closed ? [closed] : [])).toBeNull()
})

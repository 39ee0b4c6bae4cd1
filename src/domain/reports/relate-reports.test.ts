import { expect, test } from 'vitest'
import type { Actor } from '../people/actor.ts'
import type { AccountId, OfficeId, ReportId } from '../shared/id.ts'
import { decideRelating, decideUnrelating } from './relate-reports.ts'
import { fakeReport } from './report.fake.ts'

const roads: Actor = {
  kind: 'staff',
  account: 'o' as AccountId,
  memberships: [{ role: 'office_operator', office: 'roads' as OfficeId }],
}
const parks: Actor = { ...roads, memberships: [{ role: 'office_operator', office: 'parks' as OfficeId }] }
const report = fakeReport()
const near = fakeReport({ id: 'other' as ReportId })
const elsewhere = fakeReport({ id: 'far' as ReportId, routedOffice: 'parks' as OfficeId, ownerOffice: 'parks' as OfficeId })

test.each([
  ['not_yours', near, 'unrelated', '', parks],
  ['not_yours', elsewhere, 'unrelated', '', roads],
  ['other_report_itself', report, 'unrelated', '', roads],
  ['nothing_changes', near, 'related', '', roads],
  ['text_too_long', near, 'unrelated', 'x'.repeat(501), roads],
] as const)('two reports are not linked where %s', (refusal, other, already, note, by) => {
  expect(decideRelating(report, other, { note, already }, by)).toEqual({ ok: false, refusal })
})

test('whoever works on the one and may read the other links them', () => {
  const related = decideRelating(report, near, { note: 'stesso cantiere', already: 'unrelated' }, roads)
  expect(related).toMatchObject({ ok: true, value: { event: { kind: 'related', detail: { other: 'other' } } } })
})

test.each([
  ['not_yours', 'related', parks],
  ['nothing_changes', 'unrelated', roads],
] as const)('a link is not taken away where %s', (refusal, already, by) => {
  expect(decideUnrelating(report, near, already, by)).toEqual({ ok: false, refusal })
})

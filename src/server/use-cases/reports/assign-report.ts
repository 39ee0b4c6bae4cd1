import { type AssignRefusal, decideAssignment } from '#domain/reports/desk-changes.ts'
import type { AccountId, EventId, OfficeId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { worksInOffice } from '#server/storage/accounts.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type AssignReport = Asked & { readonly office: OfficeId | null; readonly person: AccountId | null }

export type AssignReportRefusal = AssignRefusal | ConflictRefusal | 'office_unknown' | 'person_unknown'

/** Gives a report to an office that works, and perhaps to a person in it. */
export async function assignReport(
  world: World,
  tenant: TenantId,
  ask: AssignReport,
): Promise<Result<EventId, AssignReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, (tx) =>
    changeReport<AssignRefusal | 'office_unknown' | 'person_unknown'>(world, tx, ask, async (report) => {
      const decided = decideAssignment(report, ask, ask.by)
      if (!decided.ok || ask.office === null) return decided
      if (!directory.offices.get(ask.office)?.active) return refuse('office_unknown')
      const known = ask.person === null || (await worksInOffice(tx, ask.person, ask.office))
      return known ? decided : refuse('person_unknown')
    }),
  )
}

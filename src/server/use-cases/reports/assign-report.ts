import { type AssignRefusal, decideAssignment } from '#domain/reports/assignment.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { AccountId, EventId, OfficeId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import { worksInOffice } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

export type AssignReport = Asked & {
  readonly office: OfficeId | null
  readonly person: AccountId | null
  readonly note?: string | undefined
}

export type AssignReportRefusal = AssignRefusal | ConflictRefusal | 'office_unknown' | 'person_unknown'

/** Gives a report to an office that works, and perhaps to a person in it or, while they are absent, to whoever stands in. */
export async function assignReport(
  world: World,
  tenant: TenantId,
  ask: AssignReport,
): Promise<Result<EventId, AssignReportRefusal>> {
  const { tenant: body, offices } = await world.directories.of(tenant)
  const { calendar, forcedNotes } = body.settings
  const today = civilDate(world.now(), calendar.zone)
  return world.transaction(tenant, (tx) =>
    changeReport<AssignRefusal | 'office_unknown' | 'person_unknown'>(world, tx, ask, async (report) => {
      const meant = decideAssignment(report, ask, ask.by, { forcedNotes })
      const { office, person } = ask
      if (!meant.ok || office === null) return meant
      if (!offices.get(office)?.active) return refuse('office_unknown')
      if (person === null) return meant
      if (!(await worksInOffice(tx, person, office))) return refuse('person_unknown')
      const gets = await whoGets(tx, { office, person }, today)
      return gets.insteadOf ? decideAssignment(report, { ...ask, ...gets }, ask.by, { forcedNotes }) : meant
    }),
  )
}

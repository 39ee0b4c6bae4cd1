import type { Actor } from '#domain/people/actor.ts'
import { decideSuccession } from '#domain/reports/assignment.ts'
import { responsibleOffice } from '#domain/reports/inbox.ts'
import type { Report } from '#domain/reports/report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { AccountId, EventId, OfficeId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import { listColleagues } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

/** One open report goes from a person to another or to their office, or from an office to another. */
export type PassOnReport = {
  readonly report: ReportId
  readonly from: { readonly person: AccountId } | { readonly office: OfficeId }
  /** A person gets it where they work in its office; an office gets it whole. */
  readonly to: { readonly person: AccountId | null } | { readonly office: OfficeId }
  readonly note: string | null
  readonly by: AccountId | null
}

export type PassOnReportRefusal = ConflictRefusal | 'wrong_stage' | 'nothing_changes' | 'not_theirs'

/** Passes on one report of many, in its own transaction; one that is no longer theirs stays where it is. */
export async function passOnReport(
  world: World,
  tenant: TenantId,
  ask: PassOnReport,
): Promise<Result<EventId, PassOnReportRefusal>> {
  const { tenant: body } = await world.directories.of(tenant)
  const today = civilDate(world.now(), body.settings.calendar.zone)
  const by: Actor = ask.by === null ? { kind: 'system' } : { kind: 'staff', account: ask.by, memberships: [] }
  return world.transaction(tenant, (tx) =>
    changeReport<'wrong_stage' | 'nothing_changes' | 'not_theirs'>(
      world,
      tx,
      { report: ask.report, by, seenVersion: null },
      async (report) => {
        if (!isTheirs(report, ask.from)) return refuse('not_theirs')
        return decideSuccession(report, { ...(await successor(tx, report, ask.to, today)), note: ask.note })
      },
    ),
  )
}

function isTheirs(report: Report, from: PassOnReport['from']): boolean {
  return 'person' in from ? report.ownerPerson === from.person : responsibleOffice(report) === from.office
}

async function successor(tx: Tx, report: Report, to: PassOnReport['to'], today: string) {
  if ('office' in to) return { office: to.office, person: null }
  const office = responsibleOffice(report)
  if (to.person === null || !(await listColleagues(tx, office)).has(to.person)) return { office, person: null }
  return { office, person: (await whoGets(tx, { office, person: to.person }, today)).person }
}

import { decideGivingBack, type GiveBackRefusal } from '#domain/reports/assignment.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import type { World } from '#server/world.ts'

export type GiveBackReport = Asked & { readonly note: string }

export type GiveBackReportRefusal = GiveBackRefusal | ConflictRefusal

/** An office gives a report that does not concern it back to the desk, with a word why. */
export async function giveBackReport(
  world: World,
  tenant: TenantId,
  ask: GiveBackReport,
): Promise<Result<EventId, GiveBackReportRefusal>> {
  const desk = deskOfficeOf(await world.directories.of(tenant))
  return world.transaction(tenant, (tx) =>
    changeReport<GiveBackRefusal>(world, tx, ask, (report) => decideGivingBack(report, ask.note, ask.by, desk)),
  )
}

import { decideUngrouping, type UngroupRefusal } from '#domain/reports/group.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type UngroupReportRefusal = UngroupRefusal | ConflictRefusal

/** Lets a report leave its group; what is told to the others is told to its author no longer. */
export async function ungroupReport(world: World, tenant: TenantId, ask: Asked): Promise<Result<EventId, UngroupReportRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<UngroupRefusal>(world, tx, ask, (report) => decideUngrouping(report, ask.by)),
  )
}

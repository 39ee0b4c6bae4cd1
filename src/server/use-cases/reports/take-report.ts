import { decideTaking } from '#domain/reports/assignment.ts'
import type { MayRefusal } from '#domain/reports/may.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type TakeReportRefusal = MayRefusal | ConflictRefusal | 'nothing_changes'

/** Whoever works in the office that has a report takes it for themselves. */
export async function takeReport(world: World, tenant: TenantId, ask: Asked): Promise<Result<EventId, TakeReportRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<MayRefusal | 'nothing_changes'>(world, tx, ask, (report) => decideTaking(report, ask.by)),
  )
}

import { decideRelocation, type RelocateRefusal, type Relocation } from '#domain/reports/relocate.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type RelocateReport = Asked & Relocation

export type RelocateReportRefusal = RelocateRefusal | ConflictRefusal

/** Corrects where a report is; its area is found anew. */
export async function relocateReport(
  world: World,
  tenant: TenantId,
  ask: RelocateReport,
): Promise<Result<EventId, RelocateReportRefusal>> {
  const { areaIndex, areas } = await world.directories.of(tenant)
  const territory = { areaIndex, hasAreas: areas.size > 0 }
  return world.transaction(tenant, (tx) =>
    changeReport<RelocateRefusal>(world, tx, ask, (report) => decideRelocation(report, ask, ask.by, territory)),
  )
}

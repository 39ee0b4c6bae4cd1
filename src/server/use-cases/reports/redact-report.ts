import { decideRedaction, type Redaction, type RedactRefusal } from '#domain/reports/redact.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import type { World } from '#server/world.ts'

export type RedactReport = Asked & Redaction

export type RedactReportRefusal = RedactRefusal | ConflictRefusal

/** Changes title and text of a report to what everyone may read. */
export async function redactReport(
  world: World,
  tenant: TenantId,
  ask: RedactReport,
): Promise<Result<EventId, RedactReportRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<RedactRefusal>(world, tx, ask, (report) => decideRedaction(report, ask, ask.by)),
  )
}

import { decideModeration, type ModerateRefusal } from '#domain/reports/desk-changes.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import type { World } from '#server/world.ts'

export type ModerateReport = Asked & { readonly moderation: Moderation }

export type ModerateReportRefusal = ModerateRefusal | ConflictRefusal

/** Shows a report to everyone, or keeps it private. */
export async function moderateReport(
  world: World,
  tenant: TenantId,
  ask: ModerateReport,
): Promise<Result<EventId, ModerateReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, (tx) =>
    changeReport<ModerateRefusal>(world, tx, ask, (report) =>
      decideModeration(report, ask.moderation, ask.by, moveRules(directory, report, world.now()).publication),
    ),
  )
}

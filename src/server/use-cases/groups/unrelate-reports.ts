import type { Staff } from '#domain/people/actor.ts'
import { decideUnrelating, type RelateRefusal } from '#domain/reports/relate-reports.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { recordChange } from '#server/storage/changes.ts'
import { lockGroups } from '#server/storage/groups.ts'
import { areRelated, deleteRelation } from '#server/storage/relations.ts'
import type { World } from '#server/world.ts'

export type UnrelateReports = Asked & { readonly by: Staff; readonly other: ReportId }

export type UnrelateReportsRefusal = RelateRefusal | ConflictRefusal | 'other_report_unknown'

/** Takes the link between two reports away; both histories say so. */
export async function unrelateReports(
  world: World,
  tenant: TenantId,
  ask: UnrelateReports,
): Promise<Result<EventId, UnrelateReportsRefusal>> {
  return world.transaction<Result<EventId, UnrelateReportsRefusal>>(tenant, async (tx) => {
    const other = (await lockGroups(tx, [ask.report, ask.other]))?.get(ask.other)
    if (!other) return refuse('other_report_unknown')
    const already = (await areRelated(tx, ask.report, ask.other)) ? 'related' : 'unrelated'
    const unrelated = await changeReport<RelateRefusal>(world, tx, ask, (report) =>
      decideUnrelating(report, other, already, ask.by),
    )
    if (!unrelated.ok) return unrelated
    await deleteRelation(tx, ask.report, ask.other)
    const back = { report: other, event: { kind: 'unrelated', detail: { other: ask.report } }, words: null } as const
    await recordChange(world, tx, back, ask.by, 'web')
    return unrelated
  })
}

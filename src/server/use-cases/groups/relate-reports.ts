import type { Staff } from '#domain/people/actor.ts'
import { decideRelating, type RelateRefusal } from '#domain/reports/relate-reports.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { recordChange } from '#server/storage/changes.ts'
import { lockGroups } from '#server/storage/groups.ts'
import { areRelated, insertRelation } from '#server/storage/relations.ts'
import type { World } from '#server/world.ts'

export type RelateReports = Asked & { readonly by: Staff; readonly other: ReportId | null; readonly note: string }

export type RelateReportsRefusal = RelateRefusal | ConflictRefusal | 'other_report_missing' | 'other_report_unknown'

/** Links two reports that have to do with each other; both histories say so. */
export async function relateReports(
  world: World,
  tenant: TenantId,
  ask: RelateReports,
): Promise<Result<EventId, RelateReportsRefusal>> {
  return world.transaction<Result<EventId, RelateReportsRefusal>>(tenant, async (tx) => {
    const { other: otherId, note, by } = ask
    if (otherId === null) return refuse('other_report_missing')
    const other = (await lockGroups(tx, [ask.report, otherId]))?.get(otherId)
    if (!other) return refuse('other_report_unknown')
    const already = (await areRelated(tx, ask.report, otherId)) ? 'related' : 'unrelated'
    const related = await changeReport<RelateRefusal>(world, tx, ask, (report) =>
      decideRelating(report, other, { note, already }, by),
    )
    if (!related.ok) return related
    await insertRelation(tx, ask.report, otherId, { note: note.trim(), by: by.account, at: world.now() })
    const back = { report: other, event: { kind: 'related', detail: { other: ask.report } }, words: null } as const
    await recordChange(world, tx, back, by, 'web')
    return related
  })
}

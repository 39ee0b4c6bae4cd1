import { decideGathering, decideGrouping, decideMovingAlong, type GroupRefusal } from '#domain/reports/group.ts'
import type { Report } from '#domain/reports/report.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { recordChange } from '#server/storage/changes.ts'
import { leadOf, lockGroups } from '#server/storage/groups.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import type { World } from '#server/world.ts'

/** Under which report this one is put; whichever report of a group is named, its lead is meant. */
export type GroupReport = Asked & { readonly lead: ReportId | null }

export type GroupReportRefusal = GroupRefusal | ConflictRefusal | 'other_report_missing' | 'other_report_unknown'

/** Puts a report, and whatever follows it, under the one that leads a group. */
export async function groupReport(
  world: World,
  tenant: TenantId,
  ask: GroupReport,
): Promise<Result<EventId, GroupReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction<Result<EventId, GroupReportRefusal>>(tenant, async (tx) => {
    if (ask.lead === null) return refuse('other_report_missing')
    const leading = await leadOf(tx, ask.lead)
    if (leading === null) return refuse('other_report_unknown')
    const held = await lockGroups(tx, [ask.report, leading])
    const lead = held?.get(leading)
    if (!held || !lead) return refuse('old_version')
    const grouped = await changeReport<GroupRefusal>(world, tx, ask, (report) =>
      decideGrouping(report, lead, ask.by, moveRules(directory, report, world.now()), world.now()),
    )
    if (!grouped.ok) return grouped
    const along = followersIn(held, ask.report)
    for (const follower of along) await recordChange(world, tx, decideMovingAlong(follower, lead), ask.by, 'web')
    const joining = [held.get(ask.report), ...along].filter((one) => one !== undefined)
    await recordChange(world, tx, decideGathering(lead, joining), ask.by, 'web')
    return grouped
  })
}

function followersIn(held: ReadonlyMap<ReportId, Report>, lead: ReportId): readonly Report[] {
  return [...held.values()].filter((one) => one.lead === lead)
}

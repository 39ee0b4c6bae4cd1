import { decideLeading, decideMovingAlong, type LeadRefusal } from '#domain/reports/group.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { recordChange } from '#server/storage/changes.ts'
import { leadOf, lockGroups } from '#server/storage/groups.ts'
import type { World } from '#server/world.ts'

export type LeadGroupRefusal = LeadRefusal | ConflictRefusal

/** Lets another report of a group lead it; the one that led follows with the rest. */
export async function leadGroup(world: World, tenant: TenantId, ask: Asked): Promise<Result<EventId, LeadGroupRefusal>> {
  return world.transaction<Result<EventId, LeadGroupRefusal>>(tenant, async (tx) => {
    const before = await leadOf(tx, ask.report)
    if (before === null) return refuse('no_such_report')
    const held = await lockGroups(tx, [before])
    if (!held?.has(ask.report)) return refuse('old_version')
    const leads = await changeReport<LeadRefusal>(world, tx, ask, (report) => decideLeading(report, ask.by))
    const lead = held.get(ask.report)
    if (!leads.ok || !lead) return leads
    const others = [...held.values()].filter(({ id }) => id !== lead.id)
    for (const other of others) await recordChange(world, tx, decideMovingAlong(other, lead), ask.by, 'web')
    return leads
  })
}

import { decideMovingAlong, heirOf, takeLead } from '#domain/reports/group.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { recordChange } from '#server/storage/changes.ts'
import { lockGroups } from '#server/storage/groups.ts'
import type { World } from '#server/world.ts'

const platform = { kind: 'system' } as const

/** When a lead was taken back by its author, the eldest report of the group that is still open leads the rest; asked twice, it is done once. */
export async function passOnLead(world: World, tenant: TenantId, lead: ReportId): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const held = await lockGroups(tx, [lead])
    if (!held) throw new Error('the group is changing')
    if (held.get(lead)?.stage !== 'withdrawn') return
    const followers = [...held.values()].filter((one) => one.lead === lead)
    const heir = heirOf(followers)
    if (heir === null) return
    await recordChange(world, tx, takeLead(heir), platform, 'web')
    for (const other of followers.filter(({ id }) => id !== heir.id))
      await recordChange(world, tx, decideMovingAlong(other, heir), platform, 'web')
  })
}

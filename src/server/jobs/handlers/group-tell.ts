import type { Jobs } from '#server/jobs/catalogue.ts'
import { readEvent } from '#server/storage/events.ts'
import { listFollowers } from '#server/storage/groups.ts'
import { passOnLead } from '#server/use-cases/groups/pass-on-lead.ts'
import type { World } from '#server/world.ts'

/** What happened to a lead is asked of each report that follows it; a group whose lead was taken back gets another one. */
export async function groupTell(world: World, { tenant, report, event }: Jobs['group.tell']): Promise<void> {
  const happened = await world.read(tenant, (reader) => readEvent(reader, event))
  if (happened?.kind === 'withdrawn') return passOnLead(world, tenant, report)
  await world.transaction(tenant, async (tx) => {
    for (const follower of await listFollowers(tx, report)) await tx.later('group.follow', { tenant, report: follower, event })
  })
}

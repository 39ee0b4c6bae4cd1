import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { followStep } from '#server/use-cases/groups/follow-step.ts'
import type { World } from '#server/world.ts'

/** One report goes through what its lead went through; the body writes to all in its own language. */
export async function groupFollow(world: World, { tenant, report, event }: Jobs['group.follow']): Promise<void> {
  await followStep(world, tenant, { report, event, neutral: dictionary('it').groups.neutral })
}

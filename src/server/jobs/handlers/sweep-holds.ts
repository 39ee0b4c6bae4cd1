import { calendarsWithOldHolds } from '#server/storage/appointments/holds.ts'
import { endHolds } from '#server/use-cases/appointments/end-holds.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** Ends what is held too long, in every body; each calendar in a transaction of its own. */
export async function sweepHolds(world: World, everywhere: Everywhere): Promise<void> {
  for (const { tenant, calendar } of await calendarsWithOldHolds(everywhere, world.now())) await endHolds(world, tenant, calendar)
}

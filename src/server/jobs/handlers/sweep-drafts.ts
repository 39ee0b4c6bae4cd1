import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** A draft that nobody touched for this long is forgotten, with its files. */
const keptFor = 7 * 86_400_000

/** Forgets drafts that were left, and files that wait for what was never sent; their bytes are swept afterwards. */
export async function sweepDrafts(world: Pick<World, 'now'>, everywhere: Everywhere): Promise<void> {
  const before = new Date(world.now().getTime() - keptFor)
  await everywhere((db) => db.deleteFrom('enclosure').where('enclosure.updated_at', '<', before).execute())
  await everywhere((db) => db.deleteFrom('draft').where('draft.updated_at', '<', before).execute())
}

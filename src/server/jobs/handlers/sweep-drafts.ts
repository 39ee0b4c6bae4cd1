import { draftLife } from '#domain/reports/draft-life.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** Forgets drafts that were left, and files that wait for what was never sent; their bytes are swept afterwards. */
export async function sweepDrafts(world: Pick<World, 'now'>, everywhere: Everywhere): Promise<void> {
  const before = new Date(world.now().getTime() - draftLife)
  await everywhere((db) => db.deleteFrom('enclosure').where('enclosure.updated_at', '<', before).execute())
  await everywhere((db) => db.deleteFrom('draft').where('draft.updated_at', '<', before).execute())
}

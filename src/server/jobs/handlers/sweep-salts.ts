import { civilDate } from '#domain/shared/civil-date.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** Throws away the salts of days that are over, and the hashes made under them, so that nobody can be recognised any more where nobody rates anew. */
export async function sweepSalts(world: Pick<World, 'now'>, everywhere: Everywhere): Promise<void> {
  const today = civilDate(world.now(), 'UTC')
  await everywhere((db) => db.deleteFrom('rating_salt').where('rating_salt.day', '<', today).execute())
  await everywhere((db) => db.deleteFrom('faq_help_said').where('faq_help_said.day', '<', today).execute())
}

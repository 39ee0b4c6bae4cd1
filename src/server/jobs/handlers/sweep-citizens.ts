import { citizenTerms } from '#domain/people/session.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** What is kept of somebody who has not been here for this long is erased: two years, as their page says. */
const keptFor = 730 * 86_400_000

/** Forgets codes and sessions that are over, and whoever comes no more. */
export async function sweepCitizens(world: Pick<World, 'now'>, everywhere: Everywhere): Promise<void> {
  const now = world.now()
  const ago = (time: number) => new Date(now.getTime() - time)
  await everywhere((db) => db.deleteFrom('sign_in_code').where('sign_in_code.expires_at', '<', now).execute())
  await everywhere((db) =>
    db
      .deleteFrom('citizen_session')
      .where((row) => row.or([row('expires_at', '<', now), row('seen_at', '<', ago(citizenTerms.idle))]))
      .execute(),
  )
  await everywhere((db) => db.deleteFrom('citizen').where('citizen.seen_at', '<', ago(keptFor)).execute())
}

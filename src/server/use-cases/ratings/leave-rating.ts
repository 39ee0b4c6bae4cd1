import type { Rating } from '#domain/ratings/rating.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { insertRating } from '#server/storage/ratings.ts'
import type { World } from '#server/world.ts'

/** A rating is kept without saying whose it is. */
export async function leaveRating(world: World, tenant: TenantId, rating: Rating): Promise<void> {
  await world.transaction(tenant, (tx) => insertRating(tx, world.newId<'rating'>(), rating, world.now()))
}

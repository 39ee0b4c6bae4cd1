import type { Rating } from '#domain/ratings/rating.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Tx } from './database.ts'

/** Keeps how it went. */
export async function insertRating(tx: Tx, id: Id<'rating'>, rating: Rating, at: Date): Promise<void> {
  await tx.db
    .insertInto('rating')
    .values({ tenant_id: tx.tenant, id, ...rating, at })
    .execute()
}

import { randomBytes, randomUUID } from 'node:crypto'
import type { Rating } from '#domain/ratings/rating.ts'
import type { RatingSubject } from '#domain/ratings/subject.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { hashUnder } from '#server/gateways/secrets.ts'
import { holdSubject, replaceRating, saltOf } from '#server/storage/ratings.ts'
import type { World } from '#server/world.ts'

/** A rating of something, and from where it comes: nothing of the latter is kept. */
export type LeaveRating = {
  readonly subject: RatingSubject
  readonly rating: Rating
  readonly address: string
  readonly agent: string
}

/**
 * A rating is kept without saying whose it is. A browser rates a subject once a day, and what it says last counts; it is recognised
 * by a hash under the day's salt, which is thrown away (docs/decisions/0022-ratings.md).
 */
export async function leaveRating(world: World, tenant: TenantId, ask: LeaveRating): Promise<void> {
  const { calendar } = (await world.directories.of(tenant)).tenant.settings
  const day = civilDate(world.now(), calendar.zone)
  await world.transaction(tenant, async (tx) => {
    const subject = await holdSubject(tx, world.newId<'rating-subject'>(), ask.subject)
    const salt = await saltOf(tx, day, randomBytes(32))
    const rater = hashUnder(salt, subject, ask.address, ask.agent)
    // Our usual ids hold the moment in which they were made.
    const id = randomUUID() as Id<'rating'>
    await replaceRating(tx, { ...ask.rating, id, subject, day, rater })
  })
}

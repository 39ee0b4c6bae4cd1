import type { Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import type { HidingReason } from '#domain/ratings/hiding.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hideText } from '#server/storage/ratings.ts'
import type { World } from '#server/world.ts'

/** Whose text is hidden and why; without a reason it is shown again. */
export type HideRatingText = { readonly rating: Id<'rating'>; readonly by: Staff; readonly reason: HidingReason | null }

export type HideRatingTextRefusal = 'not_yours' | 'no_such_rating'

/** What somebody wrote with a rating is hidden from everybody, with the reason, who did it and when, or shown again; its stars count. */
export async function hideRatingText(
  world: World,
  tenant: TenantId,
  { rating, by, reason }: HideRatingText,
): Promise<Result<null, HideRatingTextRefusal>> {
  if (!mayDo(by, 'moderate_ratings')) return refuse('not_yours')
  return world.transaction(tenant, async (tx) => {
    const hiding = reason === null ? null : { reason, by: by.account, at: world.now() }
    return (await hideText(tx, rating, hiding)) ? done(null) : refuse('no_such_rating')
  })
}

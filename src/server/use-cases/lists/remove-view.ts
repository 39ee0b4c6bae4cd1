import type { Staff } from '#domain/people/actor.ts'
import { mayChangeView } from '#domain/reports/saved-view.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { deleteView, lockView } from '#server/storage/saved-views.ts'
import type { World } from '#server/world.ts'

export type RemoveView = { readonly view: Id<'view'>; readonly by: Staff }

/** A view is removed by who may change it; one that is gone already stays gone. */
export async function removeView(
  world: World,
  tenant: TenantId,
  { view: id, by }: RemoveView,
): Promise<Result<null, 'not_yours'>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, 'not_yours'>> => {
    const view = await lockView(tx, id)
    if (!view) return done(null)
    if (!mayChangeView(by, view)) return refuse('not_yours')
    await deleteView(tx, id)
    return done(null)
  })
}

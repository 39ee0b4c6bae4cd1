import type { Staff } from '#domain/people/actor.ts'
import { checkView, mayChangeView, type SavedView, type ViewRefusal } from '#domain/reports/saved-view.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listViews, lockView, saveChangedView } from '#server/storage/saved-views.ts'
import type { World } from '#server/world.ts'

/** What a view becomes; the list that it shows stays what it is unless another is given. */
export type ChangeView = {
  readonly view: Id<'view'>
  readonly by: Staff
  readonly seenVersion: number
  readonly name: string
  readonly audience: SavedView['audience']
  readonly list: Pick<SavedView, 'filter' | 'look'> | null
}

export type ChangeViewRefusal = ViewRefusal | 'no_such_view' | 'not_yours' | 'old_version'

/** A view is renamed, shared or made another list, by its maker or by who may share with the same people. */
export async function changeView(world: World, tenant: TenantId, ask: ChangeView): Promise<Result<null, ChangeViewRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, ChangeViewRefusal>> => {
    const view = await lockView(tx, ask.view)
    if (!view) return refuse('no_such_view')
    if (!mayChangeView(ask.by, view)) return refuse('not_yours')
    if (view.version !== ask.seenVersion) return refuse('old_version')
    const others = (await listViews(tx)).filter(({ id, by }) => by === view.by && id !== view.id)
    const checked = checkView(ask.by, ask, others)
    if (!checked.ok) return checked
    await saveChangedView(tx, { ...view, ...ask.list, ...checked.value }, world.now())
    return done(null)
  })
}

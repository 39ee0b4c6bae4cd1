import type { Staff } from '#domain/people/actor.ts'
import { checkView, type SavedView, type ViewRefusal } from '#domain/reports/saved-view.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { insertView, listViews } from '#server/storage/saved-views.ts'
import type { World } from '#server/world.ts'

export type SaveView = Pick<SavedView, 'name' | 'audience' | 'filter' | 'look'> & { readonly by: Staff }

/** A list is kept under a name, for oneself or for those with whom one may share it. */
export async function saveView(
  world: World,
  tenant: TenantId,
  { by, name, audience, filter, look }: SaveView,
): Promise<Result<Id<'view'>, ViewRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<Id<'view'>, ViewRefusal>> => {
    const others = (await listViews(tx)).filter((view) => view.by === by.account)
    const checked = checkView(by, { name, audience }, others)
    if (!checked.ok) return checked
    const id = world.newId<'view'>()
    await insertView(tx, { id, by: by.account, ...checked.value, filter, look, version: 1 }, world.now())
    return done(id)
  })
}

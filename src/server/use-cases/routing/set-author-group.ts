import type { Actor } from '#domain/people/actor.ts'
import { type AuthorGroupRefusal, checkAuthorGroup, type WrittenAuthorGroup } from '#domain/routing/author-group.ts'
import type { AuthorGroupId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listAuthorGroups } from '#server/storage/author-groups.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetAuthorGroup = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: AuthorGroupId | null
  readonly group: WrittenAuthorGroup
  readonly seen: number | null
}

export type SetAuthorGroupRefusal = AuthorGroupRefusal | ChangeSettingRefusal | 'no_such_group'

/** Writes down a group of authors, or changes one; reports that came before stay where they are. */
export async function setAuthorGroup(
  world: World,
  tenant: TenantId,
  { by, id: asked, group, seen }: SetAuthorGroup,
): Promise<Result<AuthorGroupId, SetAuthorGroupRefusal>> {
  const id = asked ?? world.newId<'author-group'>()
  return world.transaction(tenant, async (tx): Promise<Result<AuthorGroupId, SetAuthorGroupRefusal>> => {
    await lockBody(tx)
    const all = await listAuthorGroups(tx)
    const others = all.filter((other) => other.id !== id).map(({ name }) => name)
    if (asked !== null && others.length === all.length) return refuse('no_such_group')
    const checked = checkAuthorGroup(group, others)
    if (!checked.ok) return checked
    const changed = await changeSetting(world, tx, { subject: 'author_group', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}

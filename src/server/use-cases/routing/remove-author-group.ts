import type { Actor } from '#domain/people/actor.ts'
import type { AuthorGroupId, Id, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type RemoveAuthorGroup = { readonly by: Actor; readonly id: AuthorGroupId; readonly seen: number | null }

/** Takes a group of authors away: rules that ask for it are flagged and not applied, until its history brings it back. */
export async function removeAuthorGroup(
  world: World,
  tenant: TenantId,
  { by, id, seen }: RemoveAuthorGroup,
): Promise<Result<Id<'setting-change'>, ChangeSettingRefusal>> {
  return world.transaction(tenant, (tx) => changeSetting(world, tx, { subject: 'author_group', id, by, value: null, seen }))
}

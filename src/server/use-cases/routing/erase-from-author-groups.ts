import { type Actor, holds } from '#domain/people/actor.ts'
import { readMember } from '#domain/routing/author-group.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { eraseFromPastGroups, findMembers, readAuthorGroup } from '#server/storage/author-groups.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

/** Whose address, or which domain. */
export type EraseFromAuthorGroups = { readonly by: Actor; readonly address: string }

export type EraseRefusal = ChangeSettingRefusal | 'address_wrong' | 'address_nowhere'

/**
 * Erases an address or domain from every group of the body and from what is kept of their past (GDPR, art. 17), so that no way back
 * brings it again. The history tells that somebody changed the group then, and no longer what.
 */
export async function eraseFromAuthorGroups(
  world: World,
  tenant: TenantId,
  { by, address }: EraseFromAuthorGroups,
): Promise<Result<null, EraseRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  const member = readMember(address)
  if (member === null) return refuse('address_wrong')
  return world.transaction(tenant, async (tx): Promise<Result<null, EraseRefusal>> => {
    await lockBody(tx)
    for (const id of (await findMembers(tx, [member])).get(member) ?? []) {
      const group = await readAuthorGroup(tx, id)
      if (!group) throw new Error('a member of no group')
      const value = { ...group, members: group.members.filter((other) => other !== member) }
      const changed = await changeSetting(world, tx, { subject: 'author_group', id, by, value, seen: null })
      if (!changed.ok) return changed
    }
    return (await eraseFromPastGroups(tx, member)) > 0 ? done(null) : refuse('address_nowhere')
  })
}

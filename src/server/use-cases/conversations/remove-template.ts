import type { Actor } from '#domain/people/actor.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type RemoveTemplate = { readonly by: Actor; readonly id: Id<'template'>; readonly seen: number | null }

/** Takes a standard text away; its history stays, and brings it back. */
export async function removeTemplate(
  world: World,
  tenant: TenantId,
  { by, id, seen }: RemoveTemplate,
): Promise<Result<Id<'setting-change'>, ChangeSettingRefusal>> {
  return world.transaction(tenant, (tx) => changeSetting(world, tx, { subject: 'template', id, by, value: null, seen }))
}

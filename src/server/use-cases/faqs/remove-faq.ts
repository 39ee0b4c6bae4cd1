import type { FaqId } from '#domain/faqs/faq.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type RemoveFaq = { readonly by: Actor; readonly id: FaqId; readonly seen: number | null }

/** Takes a frequent question away; its history stays, and brings it back. */
export async function removeFaq(
  world: World,
  tenant: TenantId,
  { by, id, seen }: RemoveFaq,
): Promise<Result<Id<'setting-change'>, ChangeSettingRefusal>> {
  return world.transaction(tenant, (tx) => changeSetting(world, tx, { subject: 'faq', id, by, value: null, seen }))
}

import type { Actor } from '#domain/people/actor.ts'
import type { ApiKeyId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { keyStore } from '#server/storage/settings/key.ts'
import type { World } from '#server/world.ts'

export type RevokeApiKey = { readonly by: Actor; readonly id: ApiKeyId }

export type RevokeApiKeyRefusal = ChangeSettingRefusal | 'no_such_key'

/** A key that was revoked opens nothing any more; what it sent stays. */
export async function revokeApiKey(
  world: World,
  tenant: TenantId,
  { by, id }: RevokeApiKey,
): Promise<Result<null, RevokeApiKeyRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, RevokeApiKeyRefusal>> => {
    await lockBody(tx)
    const key = await keyStore.read(tx, id)
    if (!key || key.revokedAt !== null) return refuse('no_such_key')
    const value = { ...key, revokedAt: world.now().toISOString() }
    const revoked = await changeSetting(world, tx, { subject: 'key', id, by, value, seen: null })
    return revoked.ok ? done(null) : revoked
  })
}

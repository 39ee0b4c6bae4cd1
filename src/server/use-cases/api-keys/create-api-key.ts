import type { Actor } from '#domain/people/actor.ts'
import { checkKey, type KeyRefusal } from '#domain/people/check-key.ts'
import type { ApiKeyId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashToken, randomToken } from '#server/gateways/secrets.ts'
import { isKeyKnown, keepKeyHash } from '#server/storage/api-keys.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

/** A key that is asked for; its secret is made here unless one is brought along. */
export type CreateApiKey = {
  readonly by: Actor
  readonly name: string
  readonly scopes: readonly string[]
  readonly secret?: string | undefined
}

export type CreateApiKeyRefusal = KeyRefusal | ChangeSettingRefusal | 'secret_taken'

export type CreatedApiKey = { readonly id: ApiKeyId; readonly secret: string }

/** A program gets a key for what it may do in this body; the secret is told once, and only its hash is kept. */
export async function createApiKey(
  world: World,
  tenant: TenantId,
  { by, ...ask }: CreateApiKey,
): Promise<Result<CreatedApiKey, CreateApiKeyRefusal>> {
  const checked = checkKey(ask)
  if (!checked.ok) return checked
  const secret = ask.secret ?? `filo_${randomToken()}`
  const hash = hashToken(secret)
  return world.transaction(tenant, async (tx): Promise<Result<CreatedApiKey, CreateApiKeyRefusal>> => {
    if (await isKeyKnown(tx, hash)) return refuse('secret_taken')
    const id = world.newId<'api-key'>()
    const value = { ...checked.value, createdAt: world.now().toISOString(), revokedAt: null }
    const made = await changeSetting(world, tx, { subject: 'key', id, by, value, seen: null })
    if (!made.ok) return made
    await keepKeyHash(tx, id, hash)
    return done({ id, secret })
  })
}

import { isScope } from '#domain/people/scope.ts'
import type { ApiKeyId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashToken, randomToken } from '#server/gateways/secrets.ts'
import { insertApiKey, isKeyKnown } from '#server/storage/api-keys.ts'
import type { World } from '#server/world.ts'

/** A key that is asked for; its secret is made here unless one is brought along. */
export type CreateApiKey = {
  readonly name: string
  readonly scopes: readonly string[]
  readonly secret?: string | undefined
}

export type CreateApiKeyRefusal = 'name_missing' | 'scope_missing' | 'scope_unknown' | 'secret_taken'

export type CreatedApiKey = { readonly id: ApiKeyId; readonly secret: string }

/** A program gets a key for what it may do in this body; the secret is told once, and only its hash is kept. */
export async function createApiKey(
  world: World,
  tenant: TenantId,
  ask: CreateApiKey,
): Promise<Result<CreatedApiKey, CreateApiKeyRefusal>> {
  const name = ask.name.trim()
  if (name === '') return refuse('name_missing')
  if (ask.scopes.length === 0) return refuse('scope_missing')
  if (!ask.scopes.every(isScope)) return refuse('scope_unknown')
  const secret = ask.secret ?? `filo_${randomToken()}`
  const hash = hashToken(secret)
  return world.transaction(tenant, async (tx): Promise<Result<CreatedApiKey, CreateApiKeyRefusal>> => {
    if (await isKeyKnown(tx, hash)) return refuse('secret_taken')
    const id = world.newId<'api-key'>()
    const key = { id, name, scopes: [...new Set(ask.scopes)], createdAt: world.now(), revokedAt: null }
    await insertApiKey(tx, key, hash)
    return done({ id, secret })
  })
}

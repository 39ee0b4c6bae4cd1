import type { ApiKeyId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { revokeKey } from '#server/storage/api-keys.ts'
import type { World } from '#server/world.ts'

/** A key that was revoked opens nothing any more; what it sent stays. */
export async function revokeApiKey(world: World, tenant: TenantId, id: ApiKeyId): Promise<Result<null, 'no_such_key'>> {
  return world.transaction(tenant, async (tx) => ((await revokeKey(tx, id, world.now())) ? done(null) : refuse('no_such_key')))
}

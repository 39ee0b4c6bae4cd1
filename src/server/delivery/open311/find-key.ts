import type { Machine } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { findApiKey, touchApiKey } from '#server/storage/api-keys.ts'
import type { World } from '#server/world.ts'

const longest = 200
/** Use is noted once an hour, not at every call. */
const noteAfter = 3_600_000

/** Who calls: the key in `api_key` or in the authorization header; an empty key is none, a wrong one is refused even where none is needed. */
export async function findKey(
  world: Pick<World, 'read' | 'transaction' | 'now'>,
  tenant: TenantId,
  given: string,
): Promise<Result<Machine | null, 'keyWrong'>> {
  if (given === '') return done(null)
  if (given.length > longest) return refuse('keyWrong')
  const key = await world.read(tenant, (reader) => findApiKey(reader, hashToken(given)))
  if (!key) return refuse('keyWrong')
  const now = world.now()
  if (key.usedAt === null || now.getTime() - key.usedAt.getTime() > noteAfter)
    await world.transaction(tenant, (tx) => touchApiKey(tx, key.id, now))
  return done({ kind: 'machine', key: key.id, scopes: key.scopes })
}

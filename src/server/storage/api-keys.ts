import type { KeySetting } from '#domain/people/check-key.ts'
import type { ApiKeyId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** A program's key, without the secret: only its hash is kept, and it is never read back. */
export type ApiKey = {
  readonly id: ApiKeyId
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly revokedAt: Date | null
  readonly usedAt: Date | null
}

/** Writes a key as it is set. A new one opens nothing until its secret is kept: no secret has an id for its hash. */
export async function saveApiKey(tx: Tx, id: ApiKeyId, { name, scopes, createdAt, revokedAt }: KeySetting): Promise<void> {
  const kept = {
    name,
    scopes: [...scopes],
    created_at: new Date(createdAt),
    revoked_at: revokedAt === null ? null : new Date(revokedAt),
  }
  await tx.db
    .insertInto('api_key')
    .values({ tenant_id: tx.tenant, id, key_hash: id, ...kept, used_at: null })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(kept))
    .execute()
}

/** Keeps the secret of a key, by its hash. */
export async function keepKeyHash(tx: Tx, id: ApiKeyId, hash: string): Promise<void> {
  await tx.db
    .updateTable('api_key')
    .where('api_key.tenant_id', '=', tx.tenant)
    .where('api_key.id', '=', id)
    .set({ key_hash: hash })
    .execute()
}

/** The key with this hash, if it was not revoked. */
export async function findApiKey({ db, tenant }: Reader, hash: string): Promise<Pick<ApiKey, 'id' | 'scopes' | 'usedAt'> | null> {
  const row = await db
    .selectFrom('api_key')
    .where('api_key.tenant_id', '=', tenant)
    .where('api_key.key_hash', '=', hash)
    .where('api_key.revoked_at', 'is', null)
    .select(['api_key.id', 'api_key.scopes', 'api_key.used_at'])
    .executeTakeFirst()
  return row ? { id: row.id, scopes: row.scopes, usedAt: row.used_at } : null
}

/** Notes that a key was shown. */
export async function touchApiKey(tx: Tx, id: ApiKeyId, now: Date): Promise<void> {
  await tx.db
    .updateTable('api_key')
    .where('api_key.tenant_id', '=', tx.tenant)
    .where('api_key.id', '=', id)
    .set({ used_at: now })
    .execute()
}

/** Tells whether a key was ever kept by this hash, revoked or not. */
export async function isKeyKnown({ db, tenant }: Reader, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('api_key')
    .where('api_key.tenant_id', '=', tenant)
    .where('api_key.key_hash', '=', hash)
    .select('api_key.id')
    .executeTakeFirst()
  return row !== undefined
}

/** All keys of the body, oldest first, revoked ones too. */
export async function listApiKeys({ db, tenant }: Reader): Promise<readonly ApiKey[]> {
  const rows = await db
    .selectFrom('api_key')
    .where('api_key.tenant_id', '=', tenant)
    .select(['id', 'name', 'scopes', 'created_at', 'revoked_at', 'used_at'])
    .orderBy('api_key.id')
    .execute()
  return rows.map(({ created_at, revoked_at, used_at, ...key }) => ({
    ...key,
    createdAt: created_at,
    revokedAt: revoked_at,
    usedAt: used_at,
  }))
}

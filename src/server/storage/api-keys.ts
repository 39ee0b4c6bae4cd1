import type { ApiKeyId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** A program's key, without the secret: only its hash is kept, and it is never read back. */
export type ApiKey = {
  readonly id: ApiKeyId
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

/** Keeps a new key by the hash of its secret. */
export async function insertApiKey(tx: Tx, key: ApiKey, hash: string): Promise<void> {
  await tx.db
    .insertInto('api_key')
    .values({
      tenant_id: tx.tenant,
      id: key.id,
      name: key.name,
      key_hash: hash,
      scopes: [...key.scopes],
      created_at: key.createdAt,
      revoked_at: key.revokedAt,
    })
    .execute()
}

/** The key with this hash, if it was not revoked. */
export async function findApiKey({ db, tenant }: Reader, hash: string): Promise<Pick<ApiKey, 'id' | 'scopes'> | null> {
  const row = await db
    .selectFrom('api_key')
    .where('api_key.tenant_id', '=', tenant)
    .where('api_key.key_hash', '=', hash)
    .where('api_key.revoked_at', 'is', null)
    .select(['api_key.id', 'api_key.scopes'])
    .executeTakeFirst()
  return row ?? null
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
    .select(['api_key.id', 'api_key.name', 'api_key.scopes', 'api_key.created_at', 'api_key.revoked_at'])
    .orderBy('api_key.id')
    .execute()
  return rows.map(({ created_at, revoked_at, ...key }) => ({ ...key, createdAt: created_at, revokedAt: revoked_at }))
}

/** Ends a key that is still in use; false when there is none. */
export async function revokeKey(tx: Tx, id: ApiKeyId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('api_key')
    .where('api_key.tenant_id', '=', tx.tenant)
    .where('api_key.id', '=', id)
    .where('api_key.revoked_at', 'is', null)
    .set({ revoked_at: now })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

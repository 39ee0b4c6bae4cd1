import type { KeySetting } from '#domain/people/check-key.ts'
import type { ApiKeyId } from '#domain/shared/id.ts'
import { listApiKeys, saveApiKey } from '../api-keys.ts'
import type { Reader, Tx } from '../database.ts'

/** A program's key, without its secret. One that is revoked stays so: its secret may be in wrong hands. */
export const keyStore = {
  final: true,
  async read(reader: Reader, id: string): Promise<KeySetting | null> {
    const found = (await listApiKeys(reader)).find((key) => key.id === id)
    if (!found) return null
    const { name, scopes, createdAt, revokedAt } = found
    return { name, scopes, createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null }
  },
  async write(tx: Tx, id: string, value: KeySetting | null): Promise<void> {
    if (value === null) throw new Error('a key is revoked, and never taken away')
    await saveApiKey(tx, id as ApiKeyId, value)
  },
}

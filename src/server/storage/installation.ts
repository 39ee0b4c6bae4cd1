import { randomBytes } from 'node:crypto'
import type { Database } from './database.ts'

/** The secret that signs private links: made once, kept in the database, the same on every node. */
export async function installationSecret(database: Database): Promise<Uint8Array> {
  const value = randomBytes(32).toString('base64url')
  await database.shared
    .insertInto('installation')
    .values({ name: 'secret', value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await database.shared
    .selectFrom('installation')
    .where('installation.name', '=', 'secret')
    .select('installation.value')
    .executeTakeFirstOrThrow()
  return Buffer.from(row.value, 'base64url')
}

import type { AccountId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** How many services an import made, and how many it changed. */
export type ServiceImport = { readonly made: number; readonly changed: number }

/** What came of an import, by the key of whoever sent it. */
export async function findServiceImport({ db, tenant }: Reader, key: string): Promise<ServiceImport | null> {
  const row = await db
    .selectFrom('service_import')
    .where('service_import.tenant_id', '=', tenant)
    .where('service_import.key', '=', key)
    .select(['made', 'changed'])
    .executeTakeFirst()
  return row ?? null
}

export async function insertServiceImport(
  { db, tenant }: Tx,
  key: string,
  { by, at, made, changed }: ServiceImport & { readonly by: AccountId | null; readonly at: Date },
): Promise<void> {
  await db.insertInto('service_import').values({ tenant_id: tenant, key, account_id: by, at, made, changed }).execute()
}

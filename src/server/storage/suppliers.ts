import type { Id } from '#domain/shared/id.ts'
import type { Supplier } from '#domain/suppliers/supplier.ts'
import type { Reader, Tx } from './database.ts'

export type SupplierId = Id<'supplier'>

const columns = ['supplier.name', 'supplier.email', 'supplier.phone', 'supplier.note', 'supplier.active'] as const

/** The address book of whom the body gives work to, by name. */
export async function listSuppliers({ db, tenant }: Reader): Promise<readonly (Supplier & { readonly id: SupplierId })[]> {
  return db
    .selectFrom('supplier')
    .where('supplier.tenant_id', '=', tenant)
    .select(['supplier.id', ...columns])
    .orderBy('supplier.name')
    .execute()
}

/** One entry of the address book. */
export async function readSupplier({ db, tenant }: Reader, id: SupplierId): Promise<Supplier | null> {
  const row = await db
    .selectFrom('supplier')
    .where('supplier.tenant_id', '=', tenant)
    .where('supplier.id', '=', id)
    .select(columns)
    .executeTakeFirst()
  return row ?? null
}

/** Writes an entry of the address book, new or changed. */
export async function saveSupplier(tx: Tx, id: SupplierId, supplier: Supplier): Promise<void> {
  await tx.db
    .insertInto('supplier')
    .values({ tenant_id: tx.tenant, id, ...supplier })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ ...supplier }))
    .execute()
}

/** Takes an entry out of the address book; links that were sent stay as they are. */
export async function deleteSupplier(tx: Tx, id: SupplierId): Promise<void> {
  await tx.db.deleteFrom('supplier').where('supplier.tenant_id', '=', tx.tenant).where('supplier.id', '=', id).execute()
}

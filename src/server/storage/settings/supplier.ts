import type { Supplier } from '#domain/suppliers/supplier.ts'
import type { Reader, Tx } from '../database.ts'
import { deleteSupplier, readSupplier, type SupplierId, saveSupplier } from '../suppliers.ts'

/** An entry of the address book of suppliers. */
export const supplierStore = {
  read: (reader: Reader, id: string): Promise<Supplier | null> => readSupplier(reader, id as SupplierId),
  async write(tx: Tx, id: string, value: Supplier | null): Promise<void> {
    if (value === null) await deleteSupplier(tx, id as SupplierId)
    else await saveSupplier(tx, id as SupplierId, value)
  },
}

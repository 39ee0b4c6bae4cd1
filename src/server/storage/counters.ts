import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** The next number of a series; its row stays locked until the commit, so it is taken last. */
export async function nextNumber(tx: Tx, name: string): Promise<number> {
  const { value } = await tx.db
    .insertInto('counter')
    .values({ tenant_id: tx.tenant, name, value: 1 })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('counter.value')
    .executeTakeFirstOrThrow()
  return value
}

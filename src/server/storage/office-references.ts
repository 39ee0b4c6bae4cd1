import type { OfficeReferences } from '#domain/offices/check-office.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import { countOpenIn } from './open-of.ts'

/** What refers to an office. */
export async function readReferences(reader: Reader, office: OfficeId): Promise<OfficeReferences> {
  const categories = await reader.db
    .selectFrom('category')
    .where('category.tenant_id', '=', reader.tenant)
    .where('category.office_id', '=', office)
    .select('category.name')
    .orderBy('category.position')
    .execute()
  return { reports: await countOpenIn(reader, office), categories: categories.map(({ name }) => name.it), rules: [] }
}

/** Sends what came to an office by category to another. */
export async function moveReferences(tx: Tx, from: OfficeId, to: OfficeId): Promise<void> {
  await tx.db
    .updateTable('category')
    .where('category.tenant_id', '=', tx.tenant)
    .where('category.office_id', '=', from)
    .set({ office_id: to })
    .execute()
}

import { sql } from 'kysely'
import type { Template, TemplateSetting } from '#domain/conversations/template.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** Every standard text of the body, those that are not used any more too. */
export async function readTemplates({ db, tenant }: Reader): Promise<readonly Template[]> {
  return db
    .selectFrom('template')
    .where('template.tenant_id', '=', tenant)
    .select(['id', 'name', 'acts', 'categories', 'kinds', 'stages', 'text', 'active'])
    .orderBy(sql`lower(template.name)`)
    .execute()
}

/** Writes a standard text whole, whether it is there already or not. */
export async function saveTemplate(tx: Tx, id: Id<'template'>, { text, ...template }: TemplateSetting): Promise<void> {
  const values = {
    ...template,
    acts: [...template.acts],
    categories: [...template.categories],
    kinds: [...template.kinds],
    stages: [...template.stages],
    text: JSON.stringify(text),
  }
  await tx.db
    .insertInto('template')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteTemplate(tx: Tx, id: Id<'template'>): Promise<void> {
  await tx.db.deleteFrom('template').where('template.tenant_id', '=', tx.tenant).where('template.id', '=', id).execute()
}

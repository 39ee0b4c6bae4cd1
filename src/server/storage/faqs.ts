import type { Faq, FaqId, FaqSetting } from '#domain/faqs/faq.ts'
import type { Reader, Tx } from './database.ts'

/** Every question of the body in its order, drafts too. */
export async function readFaqs({ db, tenant }: Reader): Promise<readonly Faq[]> {
  const rows = await db
    .selectFrom('faq')
    .where('faq.tenant_id', '=', tenant)
    .select(['id', 'question', 'answer', 'category', 'service_id', 'position', 'published'])
    .orderBy('faq.position')
    .orderBy('faq.id')
    .execute()
  return rows.map(({ service_id: service, ...faq }) => ({ ...faq, service }))
}

/** Writes a question whole, whether it is there already or not. */
export async function saveFaq(tx: Tx, id: FaqId, { service, question, answer, ...faq }: FaqSetting): Promise<void> {
  const values = { ...faq, service_id: service, question: JSON.stringify(question), answer: JSON.stringify(answer) }
  await tx.db
    .insertInto('faq')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteFaq(tx: Tx, id: FaqId): Promise<void> {
  await tx.db.deleteFrom('faq').where('faq.tenant_id', '=', tx.tenant).where('faq.id', '=', id).execute()
}

/** How many an answer helped, and how many it did not. */
export type FaqHelp = { readonly helped: number; readonly unhelped: number }

/** Counts one more, and nothing of who it was; false where nobody is shown such a question. */
export async function countHelp(tx: Tx, id: FaqId, said: keyof FaqHelp): Promise<boolean> {
  const shown = await tx.db
    .selectFrom('faq')
    .where('faq.tenant_id', '=', tx.tenant)
    .where('faq.id', '=', id)
    .where('faq.published', '=', true)
    .select('faq.id')
    .executeTakeFirst()
  if (!shown) return false
  await tx.db
    .insertInto('faq_help')
    .values({ tenant_id: tx.tenant, faq_id: id, [said]: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'faq_id']).doUpdateSet((row) => ({ [said]: row(`faq_help.${said}`, '+', 1) })),
    )
    .execute()
  return true
}

/** What was said of each question. */
export async function readHelp({ db, tenant }: Reader): Promise<ReadonlyMap<FaqId, FaqHelp>> {
  const rows = await db
    .selectFrom('faq_help')
    .where('faq_help.tenant_id', '=', tenant)
    .select(['faq_id', 'helped', 'unhelped'])
    .execute()
  return new Map(rows.map(({ faq_id: id, ...help }) => [id, help]))
}

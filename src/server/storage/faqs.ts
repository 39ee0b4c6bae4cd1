import type { Faq, FaqId, FaqSetting } from '#domain/faqs/faq.ts'
import type { Reader, Tx } from './database.ts'

/** Tells whether everybody is shown this question. */
export async function isShown({ db, tenant }: Reader, id: FaqId): Promise<boolean> {
  const shown = await db
    .selectFrom('faq')
    .where('faq.tenant_id', '=', tenant)
    .where('faq.id', '=', id)
    .where('faq.published', '=', true)
    .select('faq.id')
    .executeTakeFirst()
  return shown !== undefined
}

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

import type { FaqId } from '#domain/faqs/faq.ts'
import type { Reader, Tx } from './database.ts'

/** How many an answer helped, and how many it did not. */
export type FaqHelp = { readonly helped: number; readonly unhelped: number }

/** What somebody said of an answer: who cannot be told, but is the same for a day. */
type SaidOfFaq = { readonly faq: FaqId; readonly day: string; readonly teller: string; readonly said: keyof FaqHelp }

/** Counts what somebody says of an answer; what the same person said of it before, on that day, is counted no more. */
export async function replaceHelp(tx: Tx, { faq, day, teller, said }: SaidOfFaq): Promise<void> {
  await hold(tx, faq)
  await tx.db
    .deleteFrom('faq_help_said')
    .where('faq_help_said.tenant_id', '=', tx.tenant)
    .where('faq_help_said.day', '<', day)
    .execute()
  const before = await tx.db
    .deleteFrom('faq_help_said')
    .where('faq_help_said.tenant_id', '=', tx.tenant)
    .where('faq_help_said.day', '=', day)
    .where('faq_help_said.faq_id', '=', faq)
    .where('faq_help_said.teller', '=', teller)
    .returning('faq_help_said.said')
    .executeTakeFirst()
  await tx.db.insertInto('faq_help_said').values({ tenant_id: tx.tenant, day, faq_id: faq, teller, said }).execute()
  if (before) await count(tx, faq, before.said, -1)
  await count(tx, faq, said, 1)
}

/** What is said of one answer comes one after the other. */
async function hold(tx: Tx, faq: FaqId): Promise<void> {
  await tx.db
    .insertInto('faq_help')
    .values({ tenant_id: tx.tenant, faq_id: faq })
    .onConflict((known) => known.columns(['tenant_id', 'faq_id']).doUpdateSet((row) => ({ helped: row.ref('faq_help.helped') })))
    .execute()
}

async function count(tx: Tx, faq: FaqId, said: keyof FaqHelp, by: 1 | -1): Promise<void> {
  await tx.db
    .updateTable('faq_help')
    .where('faq_help.tenant_id', '=', tx.tenant)
    .where('faq_help.faq_id', '=', faq)
    .set((row) => ({ [said]: row(`faq_help.${said}`, '+', by) }))
    .execute()
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

import type { AccountId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** Which text: of whom, about which report, in which of its forms. */
export type ReplyDraftKey = { readonly report: ReportId; readonly account: AccountId; readonly form: string }

/** Keeps what is written so far; nothing written keeps nothing. */
export async function saveReplyDraft(tx: Tx, { report, account, form }: ReplyDraftKey, text: string, now: Date): Promise<void> {
  if (text.trim() === '') return deleteReplyDraft(tx, { report, account, form })
  await tx.db
    .insertInto('reply_draft')
    .values({ tenant_id: tx.tenant, report_id: report, account_id: account, form, text, at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'account_id', 'form']).doUpdateSet({ text, at: now }))
    .execute()
}

/** Forgets what was sent, or given up. */
export async function deleteReplyDraft(tx: Tx, { report, account, form }: ReplyDraftKey): Promise<void> {
  await tx.db
    .deleteFrom('reply_draft')
    .where('reply_draft.tenant_id', '=', tx.tenant)
    .where('reply_draft.report_id', '=', report)
    .where('reply_draft.account_id', '=', account)
    .where('reply_draft.form', '=', form)
    .execute()
}

/** What a person has begun to write about a report, by form; and who else has written there since the given moment. */
export async function listReplyDrafts(
  { db, tenant }: Reader,
  report: ReportId,
  account: AccountId,
  since: Date,
): Promise<{ readonly own: Readonly<Record<string, string>>; readonly others: readonly string[] }> {
  const rows = await db
    .selectFrom('reply_draft')
    .innerJoin('account', 'account.id', 'reply_draft.account_id')
    .where('reply_draft.tenant_id', '=', tenant)
    .where('reply_draft.report_id', '=', report)
    .select(['reply_draft.account_id', 'reply_draft.form', 'reply_draft.text', 'reply_draft.at', 'account.name'])
    .orderBy('account.name')
    .execute()
  const own = rows.filter(({ account_id }) => account_id === account).map(({ form, text }) => [form, text] as const)
  const others = rows.filter(({ account_id, at }) => account_id !== account && at >= since).map(({ name }) => name)
  return { own: Object.fromEntries(own), others: [...new Set(others)] }
}

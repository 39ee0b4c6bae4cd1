import { type DraftContent, emptyDraft } from '#domain/reports/draft.ts'
import type { DraftId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** A report that is being written; its id becomes the submission key. */
export type Draft = { readonly id: DraftId; readonly content: DraftContent; readonly updatedAt: Date }

/** Begins a draft; whoever shows the token of this hash may go on with it. */
export async function insertDraft(tx: Tx, draft: Draft, tokenHash: string): Promise<void> {
  await tx.db
    .insertInto('draft')
    .values({
      tenant_id: tx.tenant,
      id: draft.id,
      token_hash: tokenHash,
      content: JSON.stringify(draft.content),
      updated_at: draft.updatedAt,
    })
    .execute()
}

/** The draft that a token opens, if it is still there. */
export async function findDraft({ db, tenant }: Reader, tokenHash: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tenant)
    .where('draft.token_hash', '=', tokenHash)
    .select(['draft.id', 'draft.content', 'draft.updated_at'])
    .executeTakeFirst()
  if (!row) return null
  // A draft may be older than the release that reads it: what it does not say is empty.
  const content = { ...emptyDraft('problem'), ...(row.content as Partial<DraftContent>) }
  return { id: row.id, content, updatedAt: row.updated_at }
}

/** Holds a draft until the transaction ends, so that files are counted and added one after the other; false when it is gone. */
export async function lockDraft(tx: Tx, id: DraftId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.id', '=', id)
    .select('draft.id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps what was typed; false when the draft is gone. */
export async function saveDraftContent(tx: Tx, id: DraftId, content: DraftContent, now: Date): Promise<boolean> {
  const saved = await tx.db
    .updateTable('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.id', '=', id)
    .set({ content: JSON.stringify(content), updated_at: now })
    .executeTakeFirst()
  return saved.numUpdatedRows > 0n
}

/** Tells that somebody is still at work on a draft. */
export async function touchDraft(tx: Tx, id: DraftId, now: Date): Promise<void> {
  await tx.db
    .updateTable('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.id', '=', id)
    .set({ updated_at: now })
    .execute()
}

/** Ends a draft; files that were not claimed by a report go with it. */
export async function deleteDraft(tx: Tx, id: DraftId): Promise<void> {
  await tx.db.deleteFrom('draft').where('draft.tenant_id', '=', tx.tenant).where('draft.id', '=', id).execute()
}

import { type BookingContent, emptyBooking } from '#domain/appointments/booking-draft.ts'
import { emptyRequest, type RequestContent } from '#domain/assistance/request.ts'
import { type DraftContent, emptyDraft } from '#domain/reports/draft.ts'
import type { DraftId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** A report, a booking or a request for assistance that is being written; its id becomes the key under which it is sent. */
export type Draft<Content = DraftContent> = { readonly id: DraftId; readonly content: Content; readonly updatedAt: Date }

/** What drafts hold; only a report says nothing of its form. */
export type AnyContent = DraftContent | BookingContent | RequestContent

export type RequestDraft = Draft<RequestContent>

/** Which form something unfinished belongs to. */
export type DraftForm = 'report' | 'booking' | 'request'

/** Begins a draft; whoever shows the token of this hash may go on with it. */
export async function insertDraft(tx: Tx, draft: Draft<AnyContent>, tokenHash: string): Promise<void> {
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

/** The draft of a report that a token opens, if it is still there. */
export async function findDraft(reader: Reader, tokenHash: string): Promise<Draft | null> {
  const row = await findRow(reader, tokenHash)
  // A draft may be older than the release that reads it: what it does not say is empty.
  return row && formOf(row.content) === 'report'
    ? { ...row, content: { ...emptyDraft('problem'), ...(row.content as Partial<DraftContent>) } }
    : null
}

/** The draft of a booking that a token opens, if it is still there. */
export async function findBookingDraft(reader: Reader, tokenHash: string): Promise<Draft<BookingContent> | null> {
  const row = await findRow(reader, tokenHash)
  return row && formOf(row.content) === 'booking'
    ? { ...row, content: { ...emptyBooking, ...(row.content as Partial<BookingContent>) } }
    : null
}

/** The request for assistance that a token opens, if it is still there. */
export async function findRequestDraft(reader: Reader, tokenHash: string): Promise<RequestDraft | null> {
  const row = await findRow(reader, tokenHash)
  return row && formOf(row.content) === 'request'
    ? { ...row, content: { ...emptyRequest, ...(row.content as Partial<RequestContent>) } }
    : null
}

function formOf(content: unknown): DraftForm {
  const { form } = content as { readonly form?: unknown }
  return form === 'booking' || form === 'request' ? form : 'report'
}

async function findRow({ db, tenant }: Reader, tokenHash: string): Promise<Draft<object> | null> {
  const row = await db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tenant)
    .where('draft.token_hash', '=', tokenHash)
    .select(['draft.id', 'draft.content', 'draft.updated_at'])
    .executeTakeFirst()
  return row ? { id: row.id, content: row.content as object, updatedAt: row.updated_at } : null
}

/** Gives a draft to whoever shows the token of this hash, and to nobody else any more; which form it belongs to, or nothing where it is gone. */
export async function renewDraft(tx: Tx, id: DraftId, tokenHash: string, now: Date): Promise<DraftForm | null> {
  const row = await tx.db
    .updateTable('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.id', '=', id)
    .set({ token_hash: tokenHash, updated_at: now })
    .returning('draft.content')
    .executeTakeFirst()
  return row ? formOf(row.content) : null
}

/** The mail address that is written in a draft; nothing where none is, or the draft is gone. */
export async function addressOfDraft({ db, tenant }: Reader, id: DraftId): Promise<string | null> {
  const row = await db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tenant)
    .where('draft.id', '=', id)
    .select('draft.content')
    .executeTakeFirst()
  return (row?.content as { readonly email?: string } | undefined)?.email?.trim() || null
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
export async function saveDraftContent(tx: Tx, id: DraftId, content: AnyContent, now: Date): Promise<boolean> {
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

import { type BookingContent, emptyBooking } from '#domain/appointments/booking-draft.ts'
import { emptyLetter, type LetterDraft } from '#domain/assistance/letter.ts'
import { emptyRequest, type RequestContent } from '#domain/assistance/request.ts'
import { type DraftContent, emptyDraft } from '#domain/reports/draft.ts'
import type { DraftId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** A report, a booking, a request for assistance or a letter that is being written; its id becomes the key under which it is sent. */
export type Draft<Content = DraftContent> = {
  readonly id: DraftId
  readonly content: Content
  readonly updatedAt: Date
  /** The address under which it is found on any device, if it has one. */
  readonly email: string | null
}

/** What drafts hold; only a report says nothing of its form. */
export type AnyContent = DraftContent | BookingContent | RequestContent | LetterDraft

export type RequestDraft = Draft<RequestContent>

/** Which form something unfinished belongs to. */
export type DraftForm = 'report' | 'booking' | 'request' | 'letter'

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
      email: draft.email,
    })
    .execute()
}

/** The draft of a report that a token opens, if it is still there. */
export async function findDraft(reader: Reader, tokenHash: string): Promise<Draft | null> {
  const row = await findAnyDraft(reader, tokenHash)
  // A draft may be older than the release that reads it: what it does not say is empty.
  return row && formOf(row.content) === 'report'
    ? { ...row, content: { ...emptyDraft('problem'), ...(row.content as Partial<DraftContent>) } }
    : null
}

/** The draft of a booking that a token opens, if it is still there. */
export async function findBookingDraft(reader: Reader, tokenHash: string): Promise<Draft<BookingContent> | null> {
  const row = await findAnyDraft(reader, tokenHash)
  return row && formOf(row.content) === 'booking'
    ? { ...row, content: { ...emptyBooking, ...(row.content as Partial<BookingContent>) } }
    : null
}

/** The request for assistance that a token opens, if it is still there. */
export async function findRequestDraft(reader: Reader, tokenHash: string): Promise<RequestDraft | null> {
  const row = await findAnyDraft(reader, tokenHash)
  return row && formOf(row.content) === 'request'
    ? { ...row, content: { ...emptyRequest, ...(row.content as Partial<RequestContent>) } }
    : null
}

/** The letter to an office that a token opens, if it is still there. */
export async function findLetterDraft(reader: Reader, tokenHash: string): Promise<Draft<LetterDraft> | null> {
  const row = await findAnyDraft(reader, tokenHash)
  return row && formOf(row.content) === 'letter'
    ? { ...row, content: { ...emptyLetter, ...(row.content as Partial<LetterDraft>) } }
    : null
}

/** Which form a draft belongs to, by what it holds. */
export function formOf(content: unknown): DraftForm {
  const { form } = content as { readonly form?: unknown }
  return form === 'booking' || form === 'request' || form === 'letter' ? form : 'report'
}

const columns = ['draft.id', 'draft.content', 'draft.updated_at', 'draft.email'] as const

/** Whatever a token opens. */
export async function findAnyDraft({ db, tenant }: Reader, tokenHash: string): Promise<Draft<object> | null> {
  const row = await db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tenant)
    .where('draft.token_hash', '=', tokenHash)
    .select(columns)
    .executeTakeFirst()
  return row ? toDraft(row) : null
}

type Row = { readonly id: DraftId; readonly content: unknown; readonly updated_at: Date; readonly email: string | null }

function toDraft({ id, content, updated_at: updatedAt, email }: Row): Draft<object> {
  return { id, content: content as object, updatedAt, email }
}

/** The drafts that are found under an address, the latest first, of every form. */
export async function listDraftsOf({ db, tenant }: Reader, email: string, most: number): Promise<readonly Draft<object>[]> {
  const rows = await db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tenant)
    .where('draft.email', '=', email)
    .select(columns)
    .orderBy('draft.updated_at', 'desc')
    .orderBy('draft.id')
    .limit(most)
    .execute()
  return rows.map(toDraft)
}

/** Lets a draft be found under an address; false when the draft is gone. */
export async function addressDraft(tx: Tx, id: DraftId, email: string, now: Date): Promise<boolean> {
  const found = await tx.db
    .updateTable('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.id', '=', id)
    .set({ email, updated_at: now })
    .executeTakeFirst()
  return found.numUpdatedRows > 0n
}

/** Lets what a browser holds, and is found under no address yet, be found under one. */
export async function claimDrafts(tx: Tx, tokenHashes: readonly string[], email: string): Promise<void> {
  if (tokenHashes.length === 0) return
  await tx.db
    .updateTable('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.token_hash', 'in', tokenHashes)
    .where('draft.email', 'is', null)
    .set({ email })
    .execute()
}

/** Gives a draft to whoever shows the token of this hash, and to nobody else any more; what it holds, or nothing where it is gone. */
export async function renewDraft(tx: Tx, id: DraftId, tokenHash: string, now: Date): Promise<object | null> {
  const row = await tx.db
    .updateTable('draft')
    .where('draft.tenant_id', '=', tx.tenant)
    .where('draft.id', '=', id)
    .set({ token_hash: tokenHash, updated_at: now })
    .returning('draft.content')
    .executeTakeFirst()
  return row ? (row.content as object) : null
}

/** A draft by its id; nothing where it is gone. */
export async function readDraft({ db, tenant }: Reader, id: DraftId): Promise<Draft<object> | null> {
  const row = await db
    .selectFrom('draft')
    .where('draft.tenant_id', '=', tenant)
    .where('draft.id', '=', id)
    .select(columns)
    .executeTakeFirst()
  return row ? toDraft(row) : null
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

import type { Selectable } from 'kysely'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { AttachmentId, DraftId, Id, MessageId, ReportId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A photo or document that belongs to a draft or to a report; its bytes lie in the file store under its key. */
export type Attachment = {
  readonly id: AttachmentId
  readonly draft: DraftId | null
  readonly report: ReportId | null
  readonly message: MessageId | null
  /** What is being written that it goes with, while it is not sent. */
  readonly enclosure?: Id<'enclosure'> | null
  readonly kind: 'photo' | 'document'
  readonly key: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  /** Where the photo says it was taken; kept with a draft alone, to be offered, and gone when the report is sent. */
  readonly foundPlace: Place | null
  readonly sourceUrl: string | null
  readonly moderation: Moderation
  readonly fromAuthor: boolean
  readonly position: number
  readonly at: Date
}

/** Photos lie in three sizes under one key. */
export const photoSizes = ['small', 'medium', 'large'] as const

export type PhotoSize = (typeof photoSizes)[number]

/** The key in the file store of one size of a photo. */
export function photoKey(key: string, size: PhotoSize): string {
  return `${key}-${size}`
}

/** The keys of all the bytes that an attachment has in the file store. */
export function storedKeys(attachment: Pick<Attachment, 'kind' | 'key'>): readonly string[] {
  return attachment.kind === 'photo' ? photoSizes.map((size) => photoKey(attachment.key, size)) : [attachment.key]
}

/** Claims bytes that lie in the file store already. */
export async function insertAttachment(tx: Tx, attachment: Attachment): Promise<void> {
  await tx.db
    .insertInto('attachment')
    .values({
      tenant_id: tx.tenant,
      id: attachment.id,
      draft_id: attachment.draft,
      report_id: attachment.report,
      message_id: attachment.message,
      enclosure_id: attachment.enclosure ?? null,
      kind: attachment.kind,
      storage_key: attachment.key,
      name: attachment.name,
      media_type: attachment.mediaType,
      bytes: attachment.bytes,
      width: attachment.width,
      height: attachment.height,
      found_longitude: attachment.foundPlace?.longitude ?? null,
      found_latitude: attachment.foundPlace?.latitude ?? null,
      source_url: attachment.sourceUrl,
      moderation: attachment.moderation,
      from_author: attachment.fromAuthor,
      position: attachment.position,
      at: attachment.at,
    })
    .execute()
}

/** Hands a draft's photos and documents to the report that was made of it; where the photos were taken is forgotten. */
export async function claimDraftAttachments(tx: Tx, draft: DraftId, report: ReportId): Promise<void> {
  await tx.db
    .updateTable('attachment')
    .where('attachment.tenant_id', '=', tx.tenant)
    .where('attachment.draft_id', '=', draft)
    .set({ draft_id: null, report_id: report, found_longitude: null, found_latitude: null })
    .execute()
}

const columns = [
  'attachment.id',
  'attachment.draft_id',
  'attachment.report_id',
  'attachment.message_id',
  'attachment.enclosure_id',
  'attachment.kind',
  'attachment.storage_key',
  'attachment.name',
  'attachment.media_type',
  'attachment.bytes',
  'attachment.width',
  'attachment.height',
  'attachment.found_longitude',
  'attachment.found_latitude',
  'attachment.source_url',
  'attachment.moderation',
  'attachment.from_author',
  'attachment.position',
  'attachment.at',
] as const

/** One photo or document, whatever it belongs to. */
export async function readAttachment({ db, tenant }: Reader, id: AttachmentId): Promise<Attachment | null> {
  const row = await db
    .selectFrom('attachment')
    .where('attachment.tenant_id', '=', tenant)
    .where('attachment.id', '=', id)
    .select(columns)
    .executeTakeFirst()
  return row ? toAttachment(row) : null
}

/** The photos and documents of a report, in their order. */
export async function listReportAttachments({ db, tenant }: Reader, report: ReportId): Promise<readonly Attachment[]> {
  const rows = await db
    .selectFrom('attachment')
    .where('attachment.tenant_id', '=', tenant)
    .where('attachment.report_id', '=', report)
    .select(columns)
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute()
  return rows.map(toAttachment)
}

/** The photos and documents of a draft, in their order. */
export async function listDraftAttachments({ db, tenant }: Reader, draft: DraftId): Promise<readonly Attachment[]> {
  const rows = await db
    .selectFrom('attachment')
    .where('attachment.tenant_id', '=', tenant)
    .where('attachment.draft_id', '=', draft)
    .select(columns)
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute()
  return rows.map(toAttachment)
}

/** Lets go of a photo or document; its bytes are swept afterwards. */
export async function deleteAttachment(tx: Tx, id: AttachmentId): Promise<void> {
  await tx.db.deleteFrom('attachment').where('attachment.tenant_id', '=', tx.tenant).where('attachment.id', '=', id).execute()
}

/** Records whether a photo may be shown to everyone. */
export async function moderateAttachment(tx: Tx, id: AttachmentId, moderation: Moderation): Promise<void> {
  await tx.db
    .updateTable('attachment')
    .where('attachment.tenant_id', '=', tx.tenant)
    .where('attachment.id', '=', id)
    .set({ moderation })
    .execute()
}

function toAttachment(row: Omit<Selectable<Tables['attachment']>, 'tenant_id'>): Attachment {
  const found = row.found_longitude !== null && row.found_latitude !== null
  return {
    id: row.id,
    draft: row.draft_id,
    report: row.report_id,
    message: row.message_id,
    enclosure: row.enclosure_id,
    kind: row.kind,
    key: row.storage_key,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    foundPlace: found ? { longitude: Number(row.found_longitude), latitude: Number(row.found_latitude) } : null,
    sourceUrl: row.source_url,
    moderation: row.moderation,
    fromAuthor: row.from_author,
    position: row.position,
    at: row.at,
  }
}

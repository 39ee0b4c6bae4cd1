import type { MessageKind } from '#domain/conversations/message.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { AttachmentId, ReportId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'

/** A photo or document with what decides who may have it. */
export type FoundFile = {
  readonly kind: 'photo' | 'document'
  readonly key: string
  readonly name: string
  readonly mediaType: string
  readonly moderation: Moderation
  readonly message: MessageKind | null
  readonly report: ReportId | null
  readonly reportVisible: boolean
  /** The hash of the token that opens its draft, while it belongs to one. */
  readonly draftToken: string | null
}

/** Finds a file with what decides who may have it, at one look. */
export async function findFile({ db, tenant }: Reader, id: AttachmentId): Promise<FoundFile | null> {
  const row = await db
    .selectFrom('attachment')
    .leftJoin('report', (join) => join.onRef('report.id', '=', 'attachment.report_id').on('report.tenant_id', '=', tenant))
    .leftJoin('message', (join) => join.onRef('message.id', '=', 'attachment.message_id').on('message.tenant_id', '=', tenant))
    .leftJoin('draft', (join) => join.onRef('draft.id', '=', 'attachment.draft_id').on('draft.tenant_id', '=', tenant))
    .where('attachment.tenant_id', '=', tenant)
    .where('attachment.id', '=', id)
    .select(['attachment.kind', 'attachment.storage_key as key', 'attachment.name', 'attachment.media_type as mediaType'])
    .select(['attachment.moderation', 'attachment.report_id as report', 'report.visible', 'message.kind as message'])
    .select('draft.token_hash as draftToken')
    .executeTakeFirst()
  if (!row) return null
  const { visible, ...file } = row
  return { ...file, reportVisible: visible === true }
}

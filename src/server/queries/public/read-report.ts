import { sql } from 'kysely'
import type { Answers } from '#domain/categories/question.ts'
import type { EventDetail, EventKind } from '#domain/reports/event.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import type { DeclineReason, Stage } from '#domain/reports/stage.ts'
import type { AreaId, AttachmentId, CategoryId, EventId, MessageId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader } from '#server/storage/database.ts'

/** What everyone may read of a report: never who wrote it, nor who among the staff did what. */
export type PublicReport = {
  readonly number: number
  readonly version: number
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly title: string
  readonly description: string
  readonly stage: Stage
  readonly place: Place | null
  readonly address: string | null
  /** All of them: whoever shows the report shows those alone that the body made public. */
  readonly answers: Answers
  readonly area: AreaId | null
  /** The office that answers for it now. */
  readonly office: OfficeId
  readonly submittedAt: Date
  readonly updatedAt: Date
  readonly firstReplyDue: Date
  readonly firstReplyAt: Date | null
  readonly resolutionDue: Date
  readonly closedAt: Date | null
  readonly plannedFor: string | null
  readonly declineReason: DeclineReason | null
  /** The number of the report that tells the same, where that one is public too. */
  readonly duplicateOf: number | null
  readonly photos: readonly AttachmentId[]
  readonly history: readonly PublicEvent[]
  /** What others wrote and the desk approved, oldest first; never who. */
  readonly comments: readonly PublicComment[]
}

type PublicComment = { readonly id: MessageId; readonly at: Date; readonly text: string }

/** A line of the history that everyone may read, with the body's words where it answered. */
export type PublicEvent = {
  readonly id: EventId
  readonly kind: PublicEventKind
  readonly at: Date
  readonly office: OfficeId | null
  readonly plannedFor: string | null
  readonly reason: DeclineReason | null
  readonly reply: string | null
}

/** What happened between the office and the author, and inside the town hall, stays there. */
const publicEventKinds = [
  'submitted',
  'taken_in_charge',
  'planned',
  'asked',
  'answered',
  'resumed',
  'entrusted',
  'worked',
  'resolved',
  'declined',
  'reopened',
  'replied',
] as const satisfies readonly EventKind[]

type PublicEventKind = (typeof publicEventKinds)[number]

type ReportRow = {
  id: ReportId
  number: number
  version: number
  kind: ReportKind
  category_id: CategoryId
  title: string
  description: string
  stage: Stage
  longitude: number | null
  latitude: number | null
  address: string | null
  answers: Answers
  area_id: AreaId | null
  office_id: OfficeId
  submitted_at: Date
  updated_at: Date
  first_reply_due: Date
  first_reply_at: Date | null
  resolution_due: Date
  closed_at: Date | null
  planned_for: string | null
  decline_reason: DeclineReason | null
  duplicate_of: number | null
  photos: AttachmentId[] | null
  comments: { id: MessageId; at: string; text: string }[] | null
  history: { id: EventId; kind: PublicEventKind; at: string; detail: EventDetail; reply: string | null }[] | null
}

/** The public page of the report with this number; null where there is none, and where it is not public. */
export async function readPublicReport({ db, tenant }: Reader, number: number): Promise<PublicReport | null> {
  const { rows } = await sql<ReportRow>`
    select report.id, report.number, report.version, report.kind, report.category_id, report.title, report.description, report.stage,
      report.longitude, report.latitude, report.address, report.answers, report.area_id, coalesce(report.owner_office_id, report.routed_office_id) as office_id, report.submitted_at, report.updated_at,
      report.first_reply_due, report.first_reply_at, report.resolution_due, report.closed_at, report.planned_for, report.decline_reason,
      (select other.number from report as other
        where other.tenant_id = report.tenant_id and other.id = report.duplicate_of and other.visible) as duplicate_of,
      (select json_agg(attachment.id order by attachment.position, attachment.id) from attachment
        where attachment.tenant_id = report.tenant_id and attachment.report_id = report.id and attachment.message_id is null
          and attachment.kind = 'photo' and attachment.moderation = 'approved') as photos,
      (select json_agg(json_build_object('id', report_event.id, 'kind', report_event.kind, 'at', report_event.at,
            'detail', report_event.detail, 'reply', message.text) order by report_event.id)
        from report_event
        left join message on message.tenant_id = report_event.tenant_id and message.report_id = report_event.report_id
          and message.event_id = report_event.id and message.kind = 'reply'
        where report_event.tenant_id = report.tenant_id and report_event.report_id = report.id
          and report_event.kind in (${sql.join(publicEventKinds)})) as history,
      (select json_agg(json_build_object('id', message.id, 'at', message.at, 'text', message.text) order by message.id) from message
        where message.tenant_id = report.tenant_id and message.report_id = report.id
          and message.kind = 'comment' and message.moderation = 'approved') as comments
    from report
    where report.tenant_id = ${tenant} and report.number = ${number} and report.visible`.execute(db)
  return rows[0] ? toReport(rows[0]) : null
}

function toReport(row: ReportRow): PublicReport {
  const located = row.longitude !== null && row.latitude !== null
  return {
    number: row.number,
    version: row.version,
    kind: row.kind,
    category: row.category_id,
    title: row.title,
    description: row.description,
    stage: row.stage,
    place: located ? { longitude: Number(row.longitude), latitude: Number(row.latitude) } : null,
    address: row.address,
    answers: row.answers,
    area: row.area_id,
    office: row.office_id,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    firstReplyDue: row.first_reply_due,
    firstReplyAt: row.first_reply_at,
    resolutionDue: row.resolution_due,
    closedAt: row.closed_at,
    plannedFor: row.planned_for,
    declineReason: row.decline_reason,
    duplicateOf: row.duplicate_of,
    photos: row.photos ?? [],
    history: (row.history ?? []).map(({ id, kind, at, detail, reply }) => ({
      id,
      kind,
      at: new Date(at),
      office: detail.office ?? null,
      plannedFor: detail.plannedFor ?? null,
      reason: detail.reason ?? null,
      reply,
    })),
    comments: (row.comments ?? []).map(({ id, at, text }) => ({ id, at: new Date(at), text })),
  }
}

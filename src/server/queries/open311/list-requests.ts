import { type ExpressionBuilder, sql } from 'kysely'
import type { Answers } from '#domain/categories/question.ts'
import type { Channel, ReportKind } from '#domain/reports/kind.ts'
import { type DeclineReason, openStages, type Stage } from '#domain/reports/stage.ts'
import type { ApiKeyId, AreaId, AttachmentId, CategoryId, OfficeId, ReportId } from '#domain/shared/id.ts'
import { toMercator } from '#domain/shared/mercator.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Tables } from '#server/storage/tables.ts'

/** Which reports a program asks for; null leaves a filter out. Spans are half-open. */
export type RequestFilter = {
  readonly numbers: readonly number[] | null
  readonly categories: readonly CategoryId[] | null
  readonly submitted: Span
  readonly updated: Span
  readonly open: boolean | null
  readonly words: string | null
  readonly near: { readonly place: Place; readonly metres: number } | null
  readonly limit: number
  readonly offset: number
}

export type Span = { readonly from: Date | null; readonly to: Date | null }

/** What is shown of a report to programs: nothing of its author. */
export type RequestRow = {
  readonly id: ReportId
  readonly number: number
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly title: string
  readonly description: string
  readonly answers: Answers
  readonly stage: Stage
  readonly stageSince: Date
  readonly office: OfficeId
  readonly channel: Channel
  readonly longitude: number | null
  readonly latitude: number | null
  readonly address: string | null
  readonly area: AreaId | null
  readonly submittedAt: Date
  readonly updatedAt: Date
  readonly closedAt: Date | null
  readonly firstReplyDue: Date
  readonly resolutionDue: Date
  readonly plannedFor: string | null
  readonly declineReason: DeclineReason | null
  readonly reply: string | null
  readonly photos: readonly AttachmentId[]
}

type ReportExpressions = ExpressionBuilder<Tables, 'report'>

/** The public reports, and those that the key's own program sent, newest first: one query, replies and photos included. */
export async function listRequests(
  { db, tenant }: Reader,
  key: ApiKeyId | null,
  filter: RequestFilter,
): Promise<readonly RequestRow[]> {
  return db
    .with('page', () =>
      db
        .selectFrom('report')
        .where('report.tenant_id', '=', tenant)
        .where((expression) => seenBy(expression, key))
        .where((expression) => expression.and(conditions(expression, filter)))
        .select(['report.id', 'report.number', 'report.kind', 'report.category_id', 'report.title', 'report.description'])
        .select(['report.answers', 'report.stage', 'report.stage_since', 'report.channel', 'report.longitude', 'report.latitude'])
        .select(['report.address', 'report.area_id', 'report.submitted_at', 'report.updated_at', 'report.closed_at'])
        .select(['report.first_reply_due', 'report.resolution_due', 'report.planned_for', 'report.decline_reason'])
        .select(({ fn }) => fn.coalesce('report.owner_office_id', 'report.routed_office_id').as('office_id'))
        .orderBy('report.submitted_at', 'desc')
        .orderBy('report.number', 'desc')
        .limit(filter.limit)
        .offset(filter.offset),
    )
    .selectFrom('page')
    .select(['page.id', 'page.number', 'page.kind', 'page.category_id as category', 'page.title', 'page.description'])
    .select(['page.answers', 'page.stage', 'page.stage_since as stageSince', 'page.office_id as office', 'page.channel'])
    .select(['page.longitude', 'page.latitude', 'page.address', 'page.area_id as area', 'page.submitted_at as submittedAt'])
    .select(['page.updated_at as updatedAt', 'page.closed_at as closedAt', 'page.first_reply_due as firstReplyDue'])
    .select(['page.resolution_due as resolutionDue', 'page.planned_for as plannedFor', 'page.decline_reason as declineReason'])
    .select(({ ref }) => [lastReply(tenant, ref('page.id')).as('reply'), approvedPhotos(tenant, ref('page.id')).as('photos')])
    .orderBy('page.submitted_at', 'desc')
    .orderBy('page.number', 'desc')
    .execute()
}

function seenBy(expression: ReportExpressions, key: ApiKeyId | null) {
  const everyone = expression('report.visible', '=', true)
  return key === null ? everyone : expression.or([everyone, expression('report.api_key_id', '=', key)])
}

function conditions(expression: ReportExpressions, filter: RequestFilter) {
  const { numbers, categories, submitted, updated, open, words, near } = filter
  return [
    ...(numbers ? [expression('report.number', 'in', numbers)] : []),
    ...(categories ? [expression('report.category_id', 'in', categories)] : []),
    ...(submitted.from ? [expression('report.submitted_at', '>=', submitted.from)] : []),
    ...(submitted.to ? [expression('report.submitted_at', '<', submitted.to)] : []),
    ...(updated.from ? [expression('report.updated_at', '>=', updated.from)] : []),
    ...(updated.to ? [expression('report.updated_at', '<', updated.to)] : []),
    ...(open === null ? [] : [expression('report.stage', open ? 'in' : 'not in', openStages)]),
    ...(words === null ? [] : [sql<boolean>`report.fts @@ websearch_to_tsquery('public.filo_it', ${words})`]),
    ...(near ? [within(near)] : []),
  ]
}

function within({ place, metres }: { readonly place: Place; readonly metres: number }) {
  const { x, y } = toMercator(place)
  const radius = metres / Math.cos((place.latitude * Math.PI) / 180)
  return sql<boolean>`report.xy <@ circle(point(${x}::float8, ${y}::float8), ${radius}::float8)`
}

function lastReply(tenant: string, report: unknown) {
  return sql<string | null>`(
    select message.text from message
    where message.tenant_id = ${tenant} and message.report_id = ${report} and message.kind = 'reply'
    order by message.id desc limit 1
  )`
}

function approvedPhotos(tenant: string, report: unknown) {
  return sql<readonly AttachmentId[]>`array(
    select attachment.id::text from attachment
    where attachment.tenant_id = ${tenant} and attachment.report_id = ${report}
      and attachment.kind = 'photo' and attachment.moderation = 'approved'
    order by attachment.position, attachment.id
  )`
}

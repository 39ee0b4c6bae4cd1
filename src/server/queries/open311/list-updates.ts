import { type RawBuilder, sql } from 'kysely'
import type { EventKind } from '#domain/reports/event.ts'
import type { DeclineReason, Stage } from '#domain/reports/stage.ts'
import type { ApiKeyId, AttachmentId, EventId, OfficeId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Span } from './list-requests.ts'

/** What of a report's history programs are told: what the body did in public, never notes, hand-overs or moderation. */
const toldToPrograms = [
  'taken_in_charge',
  'planned',
  'asked',
  'resumed',
  'entrusted',
  'worked',
  'resolved',
  'declined',
  'withdrawn',
  'reopened',
  'replied',
] as const satisfies readonly EventKind[]

type ToldKind = (typeof toldToPrograms)[number]

/** A stage, and for what was declined the reasons, that a status stands for. */
export type StageMatch = { readonly stage: Stage; readonly reasons: readonly DeclineReason[] | null }

export type UpdateFilter = {
  readonly at: Span
  readonly numbers: readonly number[] | null
  readonly events: readonly EventId[] | null
  readonly matches: readonly StageMatch[] | null
  readonly limit: number
  readonly offset: number
}

export type UpdateRow = {
  readonly id: EventId
  readonly number: number
  readonly kind: ToldKind
  readonly at: Date
  /** The stage that the report had then. */
  readonly stage: Stage
  readonly reason: DeclineReason | null
  readonly office: OfficeId | null
  readonly plannedFor: string | null
  /** The body's public words; for the key's own report also the question that its author was asked. */
  readonly text: string | null
  readonly photos: readonly AttachmentId[]
}

/** What the body did with public reports, and with those that the key's own program sent, oldest first: one query. */
export async function listUpdates(reader: Reader, key: ApiKeyId | null, filter: UpdateFilter): Promise<readonly UpdateRow[]> {
  const { tenant } = reader
  const stage = sql`coalesce(event.detail ->> 'to', (
    select earlier.detail ->> 'to' from report_event earlier
    where earlier.tenant_id = event.tenant_id and earlier.report_id = event.report_id and earlier.id < event.id
      and earlier.detail ->> 'to' is not null
    order by earlier.id desc limit 1
  ))`
  const { rows } = await sql<UpdateRow>`
    with page as (
      select event.tenant_id, event.id, event.report_id, event.kind, event.at, event.detail, report.number,
        ${key === null ? sql`false` : sql`report.api_key_id is not distinct from ${key}::uuid`} as own, ${stage} as stage
      from report_event event
      join report on report.tenant_id = event.tenant_id and report.id = event.report_id
      where event.tenant_id = ${tenant}
        and event.kind in (${sql.join(toldToPrograms)})
        and ${key === null ? sql`report.visible` : sql`(report.visible or report.api_key_id = ${key})`}
        and ${sql.join(conditions(filter, stage), sql` and `)}
      order by event.at, event.id
      limit ${filter.limit} offset ${filter.offset}
    )
    select page.id, page.number, page.kind, page.at, page.stage, page.detail ->> 'reason' as reason,
      page.detail ->> 'office' as office, page.detail ->> 'plannedFor' as "plannedFor",
      (
        select message.text from message
        where message.tenant_id = page.tenant_id and message.report_id = page.report_id and message.event_id = page.id
          and (message.kind = 'reply' or (message.kind = 'question' and page.own))
        order by message.id desc limit 1
      ) as text,
      array(
        select attachment.id::text from attachment
        join message on message.tenant_id = attachment.tenant_id and message.id = attachment.message_id
        where attachment.tenant_id = page.tenant_id and attachment.report_id = page.report_id
          and message.event_id = page.id and message.kind = 'reply'
          and attachment.kind = 'photo' and attachment.moderation = 'approved'
        order by attachment.position, attachment.id
      ) as photos
    from page
    order by page.at, page.id
  `.execute(reader.db)
  return rows
}

function conditions({ at, numbers, events, matches }: UpdateFilter, stage: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(at.from ? [sql`event.at >= ${at.from}`] : []),
    ...(at.to ? [sql`event.at < ${at.to}`] : []),
    ...(numbers ? [sql`report.number = any(${[...numbers]}::bigint[])`] : []),
    ...(events ? [sql`event.id = any(${[...events]}::uuid[])`] : []),
    ...(matches
      ? [
          sql`(${sql.join(
            matches.map((match) => matching(match, stage)),
            sql` or `,
          )})`,
        ]
      : []),
  ]
}

function matching(match: StageMatch, stage: RawBuilder<unknown>): RawBuilder<unknown> {
  if (match.reasons === null) return sql`${stage} = ${match.stage}`
  return sql`(${stage} = ${match.stage} and event.detail ->> 'reason' = any(${[...match.reasons]}::text[]))`
}

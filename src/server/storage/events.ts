import { type Selectable, sql } from 'kysely'
import type { EventActor, EventDetail, EventKind } from '#domain/reports/event.ts'
import type { AccountId, EventId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import type { Tables } from './tables.ts'

export type ReportEvent = {
  readonly id: EventId
  readonly report: ReportId
  readonly kind: EventKind
  /** The report's version that this event made. */
  readonly version: number
  readonly at: Date
  readonly actor: EventActor
  readonly detail: EventDetail
}

const columns = ['id', 'report_id', 'kind', 'version', 'at', 'actor', 'detail'] as const

/** Adds a row to a report's history; rows are never changed. */
export async function addEvent(tx: Tx, event: ReportEvent): Promise<void> {
  await tx.db
    .insertInto('report_event')
    .values({
      tenant_id: tx.tenant,
      id: event.id,
      report_id: event.report,
      kind: event.kind,
      version: event.version,
      at: event.at,
      actor: JSON.stringify(event.actor),
      detail: JSON.stringify(event.detail),
    })
    .execute()
}

/** One row of history, as a job that follows it reads it again. */
export async function readEvent({ db, tenant }: Reader, id: EventId): Promise<ReportEvent | null> {
  const row = await db
    .selectFrom('report_event')
    .where('report_event.tenant_id', '=', tenant)
    .where('report_event.id', '=', id)
    .select(columns)
    .executeTakeFirst()
  return row ? toEvent(row) : null
}

/** The history of a report, oldest first. */
export async function listEvents({ db, tenant }: Reader, report: ReportId): Promise<readonly ReportEvent[]> {
  const rows = await db
    .selectFrom('report_event')
    .where('report_event.tenant_id', '=', tenant)
    .where('report_event.report_id', '=', report)
    .select(columns)
    .orderBy('id')
    .execute()
  return rows.map(toEvent)
}

/** Tells whether somebody of the staff did this to a report after a version of it. */
export async function wasDoneSince(
  { db, tenant }: Reader,
  report: ReportId,
  { kind, account, after }: { readonly kind: EventKind; readonly account: AccountId; readonly after: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('report_event')
    .where('report_event.tenant_id', '=', tenant)
    .where('report_event.report_id', '=', report)
    .where('report_event.kind', '=', kind)
    .where('report_event.version', '>', after)
    .where(sql<string>`report_event.actor ->> 'account'`, '=', account)
    .select('report_event.id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function toEvent({ report_id, ...event }: Omit<Selectable<Tables['report_event']>, 'tenant_id'>): ReportEvent {
  return { ...event, report: report_id }
}

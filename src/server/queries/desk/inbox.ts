import { type JoinBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#domain/people/actor.ts'
import type { Bucket } from '#domain/reports/inbox.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import { type Priority, pressingRank, priorities } from '#domain/reports/priority.ts'
import type { TermNotice } from '#domain/reports/report.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { AreaId, CategoryId, OfficeId, ReportId } from '#domain/shared/id.ts'
import { holdsWords, numberMeant } from '#server/queries/public/report-filter.ts'
import type { Reader } from '#server/storage/database.ts'
import { readableBy } from '#server/storage/readable-by.ts'
import type { Tables } from '#server/storage/tables.ts'
import { type InboxScope, inboxOffices } from './count-inbox.ts'

/** What the inbox is narrowed to; an empty filter shows everything that is open in the inboxes that the person sees. */
export type InboxFilter = InboxScope & {
  readonly bucket: Bucket
  readonly stage: Stage | null
  readonly text: string
  /** For whom the person reads: the desk, an office, nobody. */
  readonly reader: OfficeId | null
  /** The last report of the page before. */
  readonly after: InboxMark | null
}

/** Where a report stands in the inbox. */
export type InboxMark = Pick<InboxRow, 'priority' | 'due' | 'number'>

export type InboxRow = {
  readonly number: number
  readonly title: string
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly area: AreaId | null
  readonly address: string | null
  readonly stage: Stage
  readonly priority: Priority
  readonly termNotice: TermNotice
  readonly ownerOffice: OfficeId | null
  readonly routedOffice: OfficeId
  readonly ownerName: string | null
  readonly submittedAt: Date
  readonly due: Date
  /** Nobody of those for whom the person reads has seen it as it is. */
  readonly unread: boolean
}

export const inboxPage = 30

const columns = [
  'report.number',
  'report.title',
  'report.kind',
  'report.category_id',
  'report.area_id',
  'report.address',
  'report.stage',
  'report.priority',
  'report.term_notice',
  'report.owner_office_id',
  'report.routed_office_id',
  'owner.name as owner_name',
  'report.submitted_at',
  'report.resolution_due',
  'report.version',
  'report_read.version as read_version',
] as const

/** A page of the inbox, most pressing first; where something is searched for, newest first; an exact number comes alone. */
export function listInbox(reader: Reader, actor: Actor, filter: InboxFilter): Promise<readonly InboxRow[]> {
  return filter.text === '' && filter.stage === null ? listBucket(reader, actor, filter) : search(reader, actor, filter)
}

/** Keyset paging: whatever comes behind the last report of the page before, in the order of the bucket. */
function isBehind({ priority, due, number }: InboxMark): RawBuilder<SqlBool> {
  return sql<SqlBool>`(inbox_entry.rank, inbox_entry.due, inbox_entry.number) > (${pressingRank(priority)}::smallint, ${due}::timestamptz, ${number}::bigint)`
}

/** The reports of a bucket in its order, so many of them at most. */
export async function listBucketIds(
  { db, tenant }: Reader,
  actor: Actor,
  filter: InboxScope & Pick<InboxFilter, 'bucket'>,
  limit: number,
): Promise<readonly ReportId[]> {
  const offices = inboxOffices(actor, filter.office)
  const rows = await db
    .selectFrom('inbox_entry')
    .where('inbox_entry.tenant_id', '=', tenant)
    .where('inbox_entry.bucket', '=', filter.bucket)
    .$if(offices !== null, (query) => query.where(sql<boolean>`inbox_entry.office_id = any(${offices}::uuid[])`))
    .$if(filter.person !== null, (query) => query.where('inbox_entry.person_id', '=', filter.person))
    .select('inbox_entry.report_id')
    .orderBy('inbox_entry.rank')
    .orderBy('inbox_entry.due')
    .orderBy('inbox_entry.number')
    .limit(limit)
    .execute()
  return rows.map(({ report_id }) => report_id)
}

async function listBucket({ db, tenant }: Reader, actor: Actor, filter: InboxFilter): Promise<readonly InboxRow[]> {
  const offices = inboxOffices(actor, filter.office)
  const rows = await db
    .selectFrom('inbox_entry')
    .innerJoin('report', (join) =>
      join.onRef('report.tenant_id', '=', 'inbox_entry.tenant_id').onRef('report.id', '=', 'inbox_entry.report_id'),
    )
    .leftJoin('account as owner', 'owner.id', 'report.owner_person_id')
    .leftJoin('report_read', (join) => ofReader(join, filter.reader))
    .where('inbox_entry.tenant_id', '=', tenant)
    .where('inbox_entry.bucket', '=', filter.bucket)
    .$if(offices !== null, (query) => query.where(sql<boolean>`inbox_entry.office_id = any(${offices}::uuid[])`))
    .$if(filter.person !== null, (query) => query.where('inbox_entry.person_id', '=', filter.person))
    .$if(filter.after !== null, (query) => query.where(filter.after ? isBehind(filter.after) : sql<SqlBool>`true`))
    .select(columns)
    .orderBy('inbox_entry.rank')
    .orderBy('inbox_entry.due')
    .orderBy('inbox_entry.number')
    .limit(inboxPage + 1)
    .execute()
  return rows.map(toRow)
}

type ReadJoin = JoinBuilder<Tables, 'report' | 'report_read'>

function ofReader(join: ReadJoin, reader: OfficeId | null): ReadJoin {
  return join
    .onRef('report_read.tenant_id', '=', 'report.tenant_id')
    .onRef('report_read.report_id', '=', 'report.id')
    .on('report_read.office_id', '=', reader)
}

async function search({ db, tenant }: Reader, actor: Actor, filter: InboxFilter): Promise<readonly InboxRow[]> {
  const number = numberMeant(filter.text)
  const rows = await db
    .selectFrom('report')
    .leftJoin('account as owner', 'owner.id', 'report.owner_person_id')
    .leftJoin('report_read', (join) => ofReader(join, filter.reader))
    .where('report.tenant_id', '=', tenant)
    .where(readableBy(actor, tenant))
    .$if(filter.stage !== null, (query) => query.where('report.stage', '=', filter.stage))
    .$if(filter.office !== null, (query) =>
      query.where(sql<boolean>`coalesce(report.owner_office_id, report.routed_office_id) = ${filter.office}`),
    )
    .$if(filter.person !== null, (query) => query.where('report.owner_person_id', '=', filter.person))
    .$if(number !== null, (query) => query.where('report.number', '=', number))
    .$if(number === null && filter.text !== '', (query) => query.where(holdsWords(filter.text)))
    .$if(filter.after !== null, (query) => query.where('report.number', '<', filter.after?.number ?? 0))
    .select(columns)
    .orderBy('report.number', 'desc')
    .limit(inboxPage + 1)
    .execute()
  return rows.map(toRow)
}

type Selected = {
  readonly number: number
  readonly title: string
  readonly kind: ReportKind
  readonly category_id: CategoryId
  readonly area_id: AreaId | null
  readonly address: string | null
  readonly stage: Stage
  readonly priority: number
  readonly term_notice: TermNotice
  readonly owner_office_id: OfficeId | null
  readonly routed_office_id: OfficeId
  readonly owner_name: string | null
  readonly submitted_at: Date
  readonly resolution_due: Date
  readonly version: number
  readonly read_version: number | null
}

function toRow(row: Selected): InboxRow {
  return {
    number: row.number,
    title: row.title,
    kind: row.kind,
    category: row.category_id,
    area: row.area_id,
    address: row.address,
    stage: row.stage,
    priority: priorities[row.priority] ?? 'normal',
    termNotice: row.term_notice,
    ownerOffice: row.owner_office_id,
    routedOffice: row.routed_office_id,
    ownerName: row.owner_name,
    submittedAt: row.submitted_at,
    due: row.resolution_due,
    unread: row.read_version === null || row.read_version < row.version,
  }
}

import { type RawBuilder, sql } from 'kysely'
import type { Staff } from '#domain/people/actor.ts'
import type { Channel, ReportKind } from '#domain/reports/kind.ts'
import type { Sort } from '#domain/reports/list-look.ts'
import { type Priority, priorities } from '#domain/reports/priority.ts'
import type { TermNotice } from '#domain/reports/report.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { AreaId, CategoryId, OfficeId, ReportId } from '#domain/shared/id.ts'
import { numberMeant } from '#server/queries/public/report-filter.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readableBy } from '#server/storage/readable-by.ts'
import { keyNames, type Mark, markOf, namedKeys, type Order, orderBy, orderOf, standsBehind } from './list-order.ts'
import { type Scope, scopeOf } from './list-scope.ts'

/** Which page of which list is wanted. */
export type ListAsk = {
  readonly filter: ReportFilter
  readonly sort: Sort
  /** The last report of the page before. */
  readonly after: Mark | null
  readonly size: number
  /** For whom the person reads: the desk, an office, nobody. */
  readonly reader: OfficeId | null
}

export type ListedReport = {
  readonly id: ReportId
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
  readonly channel: Channel
  readonly submittedAt: Date
  readonly firstReplyDue: Date
  readonly resolutionDue: Date
  readonly changedAt: Date
  readonly closedAt: Date | null
  readonly visible: boolean
  readonly moderation: Moderation
  readonly handOvers: number
  /** Nobody of those for whom the person reads has seen it as it is. */
  readonly unread: boolean
  readonly mark: Mark
}

export type ListPage = {
  readonly rows: readonly ListedReport[]
  /** Where the next page begins; nothing where this is the last. */
  readonly after: Mark | null
  /** The text was the number of this one report, and is answered by it alone. */
  readonly exact: boolean
}

/** A page of a list; a number that is looked for comes alone, whatever else the filter says. Bare digits may be words as well. */
export async function listReports(reader: Reader, directory: Directory, actor: Staff, ask: ListAsk): Promise<ListPage> {
  const number = numberMeant(ask.filter.text)
  const exact = number === null ? null : await findExact(reader, actor, number, ask)
  if (exact || (number !== null && !/^\d+$/.test(ask.filter.text)))
    return { rows: exact ? [exact] : [], after: null, exact: true }
  const scope = scopeOf(directory, actor, ask.filter)
  const order = orderOf(ask.sort, scope.byBucket)
  const found = await readPage(reader, pageOf(scope, order, ask), order, ask.reader)
  const rows = found.slice(0, ask.size)
  return { rows, after: found.length > ask.size ? (rows.at(-1)?.mark ?? null) : null, exact: false }
}

/** The reports of a list in its order, so many of them at most; a number that is looked for stands for itself. */
export async function listReportIds(
  { db, tenant }: Reader,
  directory: Directory,
  actor: Staff,
  { filter, sort }: Pick<ListAsk, 'filter' | 'sort'>,
  most: number,
): Promise<readonly ReportId[]> {
  const scope = scopeOf(directory, actor, filter)
  const order = orderOf(sort, scope.byBucket)
  const page = pageOf(scope, order, { after: null, size: most - 1 })
  const { rows } = await sql<{ id: ReportId }>`
    select page.id from ${page} as page
    join report on report.tenant_id = ${tenant} and report.id = page.id
    order by ${orderBy(order, keyNames(order, 'page'))}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Each part pages by its own index, and the pages become one. */
function pageOf({ from, parts }: Scope, order: Order, { after, size }: Pick<ListAsk, 'after' | 'size'>): RawBuilder<unknown> {
  const behind = standsBehind(order, after)
  const columns = order.keys.map(({ column }) => column)
  const pages = parts.map((part) => {
    const where = behind ? sql`${part} and ${behind}` : part
    return sql`(select report.id, ${namedKeys(order)} from ${from} where ${where} order by ${orderBy(order, columns)} limit ${size + 1})`
  })
  const [only, ...more] = pages
  if (only && more.length === 0) return only
  return sql`(select * from (${sql.join(pages, sql` union all `)}) as part order by ${orderBy(order, keyNames(order, 'part'))} limit ${size + 1})`
}

async function findExact(reader: Reader, actor: Staff, number: number, ask: ListAsk): Promise<ListedReport | null> {
  const order = orderOf('newest', false)
  const where = sql`report.tenant_id = ${reader.tenant} and report.number = ${number} and ${readableBy(actor, reader.tenant)}`
  const page = sql`(select report.id, ${namedKeys(order)} from report where ${where})`
  const [found] = await readPage(reader, page, order, ask.reader)
  return found ?? null
}

type Row = Omit<ListedReport, 'priority' | 'unread'> & {
  readonly priority: number
  readonly version: number
  readonly seen: number | null
}

/** What is shown is read for the page alone, after it was ordered and cut. */
async function readPage(
  { db, tenant }: Reader,
  page: RawBuilder<unknown>,
  order: Order,
  office: OfficeId | null,
): Promise<readonly ListedReport[]> {
  const { rows } = await sql<Row>`
    select report.id, report.number, report.title, report.kind, report.category_id as category, report.area_id as area,
      report.address, report.stage, report.priority, report.term_notice as "termNotice",
      report.owner_office_id as "ownerOffice", report.routed_office_id as "routedOffice", owner.name as "ownerName",
      report.channel, report.submitted_at as "submittedAt", report.first_reply_due as "firstReplyDue",
      report.resolution_due as "resolutionDue", report.updated_at as "changedAt", report.closed_at as "closedAt",
      report.visible, report.moderation, report.hand_overs as "handOvers", report.version, report_read.version as seen,
      ${markOf(order, 'page')} as mark
    from ${page} as page
    join report on report.tenant_id = ${tenant} and report.id = page.id
    left join account as owner on owner.id = report.owner_person_id
    left join report_read on report_read.tenant_id = ${tenant} and report_read.report_id = report.id and report_read.office_id = ${office}
    order by ${orderBy(order, keyNames(order, 'page'))}`.execute(db)
  return rows.map(({ priority, version, seen, mark, ...row }) => ({
    ...row,
    priority: priorities[priority] ?? 'normal',
    unread: seen === null || seen < version,
    mark: mark.map(Number),
  }))
}

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
import { countedUpTo } from './counted-up-to.ts'
import { keyNames, type Mark, markOf, namedKeys, type Order, orderBy, orderOf, standsBehind } from './list-order.ts'
import { readScope, type Scope } from './list-scope.ts'

/** Which page of which list is wanted. */
export type ListAsk = {
  readonly filter: ReportFilter
  readonly sort: Sort
  /** The last report of the page before. */
  readonly after: Mark | null
  readonly size: number
  /** For whom the person reads: the desk, their offices, nobody. */
  readonly readers: readonly OfficeId[]
  /** Of the list, these alone. */
  readonly only?: readonly ReportId[] | null
  /** How many there are, as an earlier page told it. */
  readonly found?: number
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
  /** Civil date (ISO). */
  readonly plannedFor: string | null
  readonly visible: boolean
  readonly moderation: Moderation
  readonly handOvers: number
  /** How content the author is, 1–5. */
  readonly stars: number | null
  /** Nobody of those for whom the person reads has seen it as it is. */
  readonly unread: boolean
  readonly mark: Mark
}

export type ListPage = {
  readonly rows: readonly ListedReport[]
  /** Where the next page begins; nothing where this is the last. */
  readonly after: Mark | null
  /** How many there are on all pages, counted a little beyond what is told and no farther. */
  readonly found: number
  /** The text was the number of this one report, and is answered by it alone. */
  readonly exact: boolean
}

/**
 * So many reports that hold some words are put in order by reading them all: their index knows no order, and a walk past a million
 * reports to those few in three hundred that hold a word is slower than that.
 */
const collectedByWords = 5000

const none: ListPage = { rows: [], after: null, found: 0, exact: false }

/** A page of a list; a number that is looked for comes alone, whatever else the filter says. Bare digits may be words as well. */
export async function listReports(reader: Reader, directory: Directory, actor: Staff, ask: ListAsk): Promise<ListPage> {
  const number = numberMeant(ask.filter.text)
  const exact = number === null ? null : await findExact(reader, actor, number, ask)
  if (exact) return { rows: [exact], after: null, found: 1, exact: true }
  if (number !== null && !/^\d+$/.test(ask.filter.text)) return none
  const scope = narrowedTo(ask.only ?? null, await readScope(reader, directory, actor, ask.filter))
  const order = orderOf(ask.sort, scope.byBucket)
  const most = ask.filter.text === '' ? countedUpTo : collectedByWords
  const many = (ask.found ?? 0) > most
  const few = many ? null : await readPage(reader, collect(scope, order, ask, most), order, ask.readers)
  const found = few?.[0]?.found ?? ask.found ?? 0
  if (few && found <= most) return pageOf(few, Math.min(found, countedUpTo + 1), ask)
  return pageOf(await readPage(reader, walk(scope, order, ask), order, ask.readers), countedUpTo + 1, ask)
}

/** The reports of a list in its order, so many of them at most; a number that is looked for stands for itself. */
export async function listReportIds(
  reader: Reader,
  directory: Directory,
  actor: Staff,
  ask: Pick<ListAsk, 'filter' | 'sort'>,
  most: number,
): Promise<readonly ReportId[]> {
  const list = { ...ask, after: null, size: most - 1, readers: [] }
  const number = numberMeant(ask.filter.text)
  const exact = number === null ? null : await findExact(reader, actor, number, list)
  if (exact) return [exact.id]
  if (number !== null && !/^\d+$/.test(ask.filter.text)) return []
  const scope = await readScope(reader, directory, actor, ask.filter)
  const order = orderOf(ask.sort, scope.byBucket)
  const { rows } = await sql<{ id: ReportId }>`
    select page.id from ${walk(scope, order, list)} as page
    join report on report.tenant_id = ${reader.tenant} and report.id = page.id
    order by ${orderBy(order, keyNames(order, 'page'))}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

function narrowedTo(only: readonly ReportId[] | null, scope: Scope): Scope {
  if (only === null) return scope
  return { ...scope, parts: scope.parts.map((part) => sql`${part} and report.id = any(${only}::uuid[])`) }
}

function pageOf(read: readonly ReadReport[], found: number, { size }: ListAsk): ListPage {
  const rows = read.slice(0, size).map(({ found: _, ...row }): ListedReport => row)
  return { rows, after: read.length > size ? (rows.at(-1)?.mark ?? null) : null, found, exact: false }
}

/**
 * If few match, a walk in the order of the list might meet them at its very end: they are found first, by what is rare about them,
 * and ordered then. How many there are is told besides.
 */
function collect({ from, parts }: Scope, order: Order, { after, size }: ListAsk, most: number): RawBuilder<unknown> {
  const found = parts.map((where) => sql`(select report.id, ${namedKeys(order)} from ${from} where ${where} limit ${most + 1})`)
  const names = keyNames(order, 'few')
  const behind = standsBehind(order, after, names) ?? sql`true`
  return sql`(with few as materialized (${sql.join(found, sql` union all `)})
    select few.*, (select count(*) from few)::int as found from few
    where ${behind} order by ${orderBy(order, names)} limit ${size + 1})`
}

/** If many match, they are soon met on a walk in the order of the list; each part walks by its own index. */
function walk({ from, parts }: Scope, order: Order, { after, size }: ListAsk): RawBuilder<unknown> {
  const columns = order.keys.map(({ column }) => column)
  const behind = standsBehind(order, after, columns)
  const pages = parts.map((part) => {
    const where = behind ? sql`${part} and ${behind}` : part
    return sql`(select report.id, ${namedKeys(order)}, ${countedUpTo + 1}::int as found from ${from} where ${where}
      order by ${orderBy(order, columns)} limit ${size + 1})`
  })
  const [only, ...more] = pages
  if (only && more.length === 0) return only
  return sql`(select * from (${sql.join(pages, sql` union all `)}) as part
    order by ${orderBy(order, keyNames(order, 'part'))} limit ${size + 1})`
}

async function findExact(reader: Reader, actor: Staff, number: number, ask: ListAsk): Promise<ListedReport | null> {
  const order = orderOf('newest', false)
  const where = sql`report.tenant_id = ${reader.tenant} and report.number = ${number} and ${readableBy(actor, reader.tenant)}`
  const page = sql`(select report.id, ${namedKeys(order)}, 1 as found from report where ${where})`
  const [read] = await readPage(reader, page, order, ask.readers)
  return read ?? null
}

type ReadReport = ListedReport & { readonly found: number }

type Row = Omit<ReadReport, 'priority' | 'unread'> & {
  readonly priority: number
  readonly version: number
  readonly seen: number | null
}

/** What is shown is read for the page alone, after it was ordered and cut. */
async function readPage(
  { db, tenant }: Reader,
  page: RawBuilder<unknown>,
  order: Order,
  readers: readonly OfficeId[],
): Promise<readonly ReadReport[]> {
  const { rows } = await sql<Row>`
    select report.id, report.number, report.title, report.kind, report.category_id as category, report.area_id as area,
      report.address, report.stage, report.priority, report.term_notice as "termNotice",
      report.owner_office_id as "ownerOffice", report.routed_office_id as "routedOffice", owner.name as "ownerName",
      report.channel, report.submitted_at as "submittedAt", report.first_reply_due as "firstReplyDue",
      report.resolution_due as "resolutionDue", report.updated_at as "changedAt", report.closed_at as "closedAt", report.planned_for as "plannedFor",
      report.visible, report.moderation, report.hand_overs as "handOvers", report.stars, report.version, seen.version as seen,
      page.found, ${markOf(order, 'page')} as mark
    from ${page} as page
    join report on report.tenant_id = ${tenant} and report.id = page.id
    left join account as owner on owner.id = report.owner_person_id
    cross join lateral (select coalesce(report.owner_office_id, report.routed_office_id) as office) as responsible
    left join lateral (
      select max(report_read.version) as version from report_read
      where report_read.tenant_id = ${tenant} and report_read.report_id = report.id
        and report_read.office_id = any(${readers}::uuid[])
        -- Of several offices the one that has the report says whether it was read.
        and (report_read.office_id = responsible.office or responsible.office <> all(${readers}::uuid[]))
    ) as seen on true
    order by ${orderBy(order, keyNames(order, 'page'))}`.execute(db)
  return rows.map(({ priority, version, seen, mark, ...row }) => ({
    ...row,
    priority: priorities[priority] ?? 'normal',
    unread: seen === null || seen < version,
    mark: mark.map(Number),
  }))
}

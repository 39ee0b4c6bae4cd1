import { sql } from 'kysely'
import type { Stage } from '#domain/reports/stage.ts'
import type { AreaId, AttachmentId, CategoryId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { wordSearchFor } from '#server/storage/text-search.ts'
import { numberMeant, type ReportFilter, type TextSearch, whereMatches } from './report-filter.ts'

/** A public report as lists show it. */
export type PublicCard = {
  readonly number: number
  readonly title: string
  readonly stage: Stage
  readonly category: CategoryId
  readonly area: AreaId | null
  readonly address: string | null
  readonly submittedAt: Date
  readonly photo: AttachmentId | null
}

/** Which page is wanted: the first, or the one before or after a number. */
export type Cursor = { readonly olderThan?: number; readonly newerThan?: number }

export type ReportPage = {
  readonly cards: readonly PublicCard[]
  /** All that match, counted up to the limit and no farther. */
  readonly count: number
  readonly newerThan: number | null
  readonly olderThan: number | null
}

type CardRow = {
  number: number
  title: string
  stage: Stage
  category_id: CategoryId
  area_id: AreaId | null
  address: string | null
  submitted_at: Date
  photo: AttachmentId | null
}

/** Beyond this the list says "more than": counting on would cost more than it tells. */
export const countedUpTo = 1000

const cardColumns = sql`report.number, report.title, report.stage, report.category_id, report.area_id, report.address, report.submitted_at,
  (select attachment.id from attachment
    where attachment.tenant_id = report.tenant_id and attachment.report_id = report.id and attachment.message_id is null
      and attachment.kind = 'photo' and attachment.moderation = 'approved'
    order by attachment.position, attachment.id limit 1) as photo`

/** A page of the public list, newest first; a text that is a report's number shows that report before all others. */
export async function listReports(
  reader: Reader,
  directory: Directory,
  filter: ReportFilter,
  cursor: Cursor,
  size: number,
): Promise<ReportPage> {
  const page = await readPage(reader, directory, filter, cursor, size, await wordSearchFor(reader, filter.text))
  if (filter.text === '') return page
  const meant = numberMeant(filter.text)
  if (page.cards.length === 0) return readPage(reader, directory, filter, cursor, size, 'likeness')
  if (meant === null) return page
  const others = page.cards.filter(({ number }) => number !== meant)
  const turned = cursor.olderThan !== undefined || cursor.newerThan !== undefined
  const exact = turned ? null : await findExact(reader, directory, filter, meant)
  return { ...page, cards: exact ? [exact, ...others] : others }
}

/** The newest public reports. */
export async function newestReports({ db, tenant }: Reader, size: number): Promise<readonly PublicCard[]> {
  const { rows } = await sql<CardRow>`
    select ${cardColumns} from report
    where report.tenant_id = ${tenant} and report.visible
    order by report.number desc limit ${size}`.execute(db)
  return rows.map(toCard)
}

/** The numbers of the newest public reports and when each changed last, for those who index the site. */
export async function listForIndexers(
  { db, tenant }: Reader,
  size: number,
): Promise<readonly { readonly number: number; readonly updatedAt: Date }[]> {
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.visible', '=', true)
    .select(['report.number', 'report.updated_at'])
    .orderBy('report.number', 'desc')
    .limit(size)
    .execute()
  return rows.map(({ number, updated_at }) => ({ number, updatedAt: updated_at }))
}

async function readPage(
  reader: Reader,
  directory: Directory,
  filter: ReportFilter,
  { olderThan, newerThan }: Cursor,
  size: number,
  search: TextSearch,
): Promise<ReportPage> {
  const where = whereMatches(directory, filter, search)
  const backwards = newerThan !== undefined
  const bound = backwards
    ? sql`and report.number > ${newerThan} order by report.number asc`
    : sql`${olderThan === undefined ? sql`` : sql`and report.number < ${olderThan}`} order by report.number desc`
  const { rows } = await sql<CardRow & { total: number }>`
    select ${cardColumns},
      (select count(*) from (select 1 from report where ${where} limit ${countedUpTo + 1}) as counted) as total
    from report where ${where} ${bound}
    limit ${size + 1}`.execute(reader.db)
  const more = rows.length > size
  const kept = rows.slice(0, size).sort((a, b) => b.number - a.number)
  const [first, last] = [kept.at(0)?.number ?? null, kept.at(-1)?.number ?? null]
  return {
    cards: kept.map(toCard),
    count: rows[0]?.total ?? 0,
    newerThan: (backwards ? more : olderThan !== undefined) ? first : null,
    olderThan: backwards || more ? last : null,
  }
}

async function findExact(reader: Reader, directory: Directory, filter: ReportFilter, number: number): Promise<PublicCard | null> {
  const { rows } = await sql<CardRow>`
    select ${cardColumns} from report
    where ${whereMatches(directory, { ...filter, text: '' }, 'whole_words')} and report.number = ${number}`.execute(reader.db)
  return rows[0] ? toCard(rows[0]) : null
}

function toCard({ category_id, area_id, submitted_at, ...row }: CardRow): PublicCard {
  return {
    number: row.number,
    title: row.title,
    stage: row.stage,
    category: category_id,
    area: area_id,
    address: row.address,
    submittedAt: submitted_at,
    photo: row.photo,
  }
}

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Category } from '#domain/categories/category.ts'
import type { Actor } from '#domain/people/actor.ts'
import { type Comparable, compareWith, type Likeness } from '#domain/reports/like.ts'
import { streetWords } from '#domain/reports/like-address.ts'
import { isOpen, type Stage } from '#domain/reports/stage.ts'
import type { CategoryId, ReportId } from '#domain/shared/id.ts'
import { groundMetres, toMercator } from '#domain/shared/mercator.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader } from '#server/storage/database.ts'
import { readableBy } from '#server/storage/readable-by.ts'

/** What others are compared with: a report that is there, or one that is being written down. */
export type LikeAsked = Comparable & { readonly report: ReportId | null; readonly lead: ReportId | null }

/** A report that may be about the same problem, and why. */
export type LikeReport = Omit<Likeness, 'address'> & {
  readonly id: ReportId
  readonly number: number
  readonly title: string
  readonly address: string | null
  /** Where one of the two has no place: whether their addresses name one street, or one number in it. */
  readonly sameAddress: Likeness['address']
  readonly stage: Stage
  readonly submittedAt: Date
  /** The number of the report whose group it belongs to. */
  readonly lead: number | null
}

type Compared = {
  readonly id: ReportId
  readonly number: number
  readonly title: string
  readonly description: string
  readonly category: CategoryId
  readonly longitude: number | null
  readonly latitude: number | null
  readonly address: string | null
  readonly stage: Stage
  readonly submitted_at: Date
  readonly lead: number | null
}

/** So many of the nearest are compared: in a busy square older ones than these are not looked at. */
const compared = { sameCategory: 40, anyCategory: 40, closed: 100, placeless: 100, street: 100 } as const
const shown = 8
const closedDays = 60

const open = sql`report.stage in ('submitted', 'in_charge', 'planned', 'waiting', 'with_others', 'worked')`

/** Reports that may tell of the same problem, open ones first, the likest first; only those that the person may read, or everyone. */
export async function listLikeReports(
  reader: Reader,
  by: Actor,
  asked: LikeAsked,
  categories: ReadonlyMap<CategoryId, Category>,
  now: Date,
): Promise<readonly LikeReport[]> {
  const within = (asked.category && categories.get(asked.category)?.likeMetres) || 150
  const near = asked.place
    ? await readNear(reader, by, asked, asked.place, within, now)
    : await readPlaceless(reader, by, asked, asked.category)
  const rows = new Map([...near, ...(await readSameStreet(reader, by, asked))].map((row) => [row.id, row]))
  const groupOfAsked = asked.lead ?? asked.report
  const compareTo = compareWith(asked, within, categories)
  return [...rows.values()]
    .filter(({ id }) => id !== asked.report && id !== groupOfAsked)
    .flatMap((row) => present(row, compareTo))
    .sort((one, other) => Number(isOpen(other.stage)) - Number(isOpen(one.stage)) || other.score - one.score)
    .slice(0, shown)
}

function present(row: Compared, compareTo: (other: Comparable) => Likeness | null): readonly LikeReport[] {
  const place = row.longitude === null || row.latitude === null ? null : { longitude: row.longitude, latitude: row.latitude }
  const found = compareTo({ ...row, place })
  if (!found) return []
  const { id, number, title, address, stage, submitted_at: submittedAt, lead } = row
  const { address: sameAddress, ...likeness } = found
  return [{ ...likeness, sameAddress, id, number, title, address, stage, submittedAt, lead }]
}

/** Each of the three reads the nearest of an index and stops; the box keeps them from looking farther than the distance. */
async function readNear(
  { db, tenant }: Reader,
  by: Actor,
  asked: LikeAsked,
  place: Place,
  within: number,
  now: Date,
): Promise<readonly Compared[]> {
  const { x, y } = toMercator(place)
  const reach = within / groundMetres(1, place.latitude)
  const box = sql`report.xy <@ box(point(${x - reach}, ${y - reach}), point(${x + reach}, ${y + reach}))`
  const nearest = sql`order by report.xy <-> point(${x}, ${y})`
  const closedSince = new Date(now.getTime() - closedDays * 86_400_000)
  const { rows } = await sql<Compared>`
    with near as (
      (select report.id from report
        where report.tenant_id = ${tenant} and report.category_id = ${asked.category}::uuid and ${open} and ${box}
        ${nearest} limit ${compared.sameCategory})
      union
      (select report.id from report where report.tenant_id = ${tenant} and ${open} and ${box} ${nearest} limit ${compared.anyCategory})
      union
      (select closed.id from (
        select report.id, report.closed_at from report where report.tenant_id = ${tenant} and ${box} ${nearest} limit ${compared.closed}
      ) closed where closed.closed_at > ${closedSince} limit ${compared.anyCategory})
    )
    ${columns(tenant)}
    join near on near.id = report.id
    where report.tenant_id = ${tenant} and ${mayBeShown(by, asked, tenant)}`.execute(db)
  return rows
}

async function readPlaceless(
  { db, tenant }: Reader,
  by: Actor,
  asked: LikeAsked,
  category: CategoryId | null,
): Promise<readonly Compared[]> {
  const { rows } = await sql<Compared>`
    ${columns(tenant)}
    where report.tenant_id = ${tenant} and ${mayBeShown(by, asked, tenant)}
      and report.category_id = ${category}::uuid and report.xy is null and ${open}
    order by report.number desc limit ${compared.placeless}`.execute(db)
  return rows
}

/** Open reports whose address has the words of the same street, where one of the two has no place; found by the index of words. */
async function readSameStreet({ db, tenant }: Reader, by: Actor, asked: LikeAsked): Promise<readonly Compared[]> {
  const words = streetWords(asked.address)
  if (words.length === 0) return []
  const named = words.map((word) => `${word}:B`).join(' & ')
  const { rows } = await sql<Compared>`
    with street as (
      select report.id from report
      where report.tenant_id = ${tenant} and report.fts @@ to_tsquery('public.filo_it', ${named})
        and ${asked.place ? sql`report.xy is null` : sql`true`} and ${open}
      order by report.number desc limit ${compared.street}
    )
    ${columns(tenant)}
    join street on street.id = report.id
    where report.tenant_id = ${tenant} and ${mayBeShown(by, asked, tenant)}`.execute(db)
  return rows
}

function columns(tenant: Reader['tenant']): RawBuilder<unknown> {
  return sql`select report.id, report.number, report.title, report.description, report.category_id as category,
      report.longitude, report.latitude, report.address, report.stage, report.submitted_at,
      (select head.number from report head where head.tenant_id = ${tenant} and head.id = report.lead_id) as lead
    from report`
}

function mayBeShown(by: Actor, { lead, report }: LikeAsked, tenant: Reader['tenant']): RawBuilder<SqlBool> {
  return sql<SqlBool>`(report.lead_id is null or report.lead_id is distinct from ${lead ?? report}::uuid)
    and report.stage <> 'withdrawn' and (report.visible or ${readableBy(by, tenant)})`
}

import { sql } from 'kysely'
import type { Stage } from '#domain/reports/stage.ts'
import type { Box } from '#domain/shared/box.ts'
import { cellsOfTile, finestZoom } from '#domain/shared/cell.ts'
import type { CategoryId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { wordSearchFor } from '#server/storage/text-search.ts'
import { clusterZoom, corners, mostClusters, zoomCovering } from '../places/map-cells.ts'
import { type ReportFilter, type TextSearch, whereMatches } from './report-filter.ts'

/** A report on the map; absent where several lie too near each other to be told apart from here. */
export type MapMark = {
  readonly longitude: number
  readonly latitude: number
  readonly count: number
  readonly report: MarkedReport | null
}

export type MarkedReport = {
  readonly number: number
  readonly title: string
  readonly stage: Stage
  readonly category: CategoryId
}

type PointRow = {
  longitude: number
  latitude: number
  number: number
  title: string
  stage: Stage
  category_id: CategoryId
}
type ClusterRow = { longitude: number; latitude: number; count: number; number: number }

/** So many points are still told apart by eye and by a list beside the map. */
const mostPoints = 100

/** The public reports within a box that match the filter: each by itself when they are few, else gathered by the cells of the map. */
export async function mapReports(
  reader: Reader,
  directory: Directory,
  filter: ReportFilter,
  box: Box,
  zoom: number,
): Promise<readonly MapMark[]> {
  const found = await marksWithin(reader, directory, filter, box, zoom, await wordSearchFor(reader, filter.text))
  if (found.length > 0 || filter.text === '') return found
  return marksWithin(reader, directory, filter, box, zoom, 'likeness')
}

async function marksWithin(
  reader: Reader,
  directory: Directory,
  filter: ReportFilter,
  box: Box,
  zoom: number,
  search: TextSearch,
): Promise<readonly MapMark[]> {
  const where = sql`${whereMatches(directory, filter, search)} and ${liesWithin(box)}`
  const points = await sql<PointRow>`
    select ${pointColumns} from report where ${where}
    limit ${mostPoints + 1}`.execute(reader.db)
  if (points.rows.length <= mostPoints) return points.rows.sort((a, b) => b.number - a.number).map(toMark)
  const shift = 2 * (finestZoom - clusterZoom(box, zoom))
  const clusters = await sql<ClusterRow>`
    select avg(report.longitude) as longitude, avg(report.latitude) as latitude, count(*) as count, max(report.number) as number
    from report where ${where}
    group by report.cell >> ${shift}::int
    order by count(*) desc, max(report.number) desc
    limit ${mostClusters}`.execute(reader.db)
  return [...clusters.rows.filter(({ count }) => count > 1).map(gathered), ...(await readAlone(reader, clusters.rows))]
}

/** The reports that are alone in their cell, by number: their words are not gathered with the rest. */
async function readAlone({ db, tenant }: Reader, clusters: readonly ClusterRow[]): Promise<readonly MapMark[]> {
  const numbers = clusters.filter(({ count }) => count === 1).map(({ number }) => number)
  if (numbers.length === 0) return []
  const { rows } = await sql<PointRow>`
    select ${pointColumns} from report
    where report.tenant_id = ${tenant} and report.visible and report.number in (${sql.join(numbers)})`.execute(db)
  return rows.map(toMark)
}

const pointColumns = sql`report.longitude, report.latitude, report.number, report.title, report.stage, report.category_id`

/** A box is a few ranges of cells, then looked at exactly. */
function liesWithin([west, south, east, north]: Box) {
  const ranges = rangesOf([west, south, east, north])
  const within = ranges.map(({ from, before }) => sql`(report.cell >= ${from} and report.cell < ${before})`)
  return sql`(${sql.join(within, sql` or `)})
    and report.longitude between ${west} and ${east} and report.latitude between ${south} and ${north}`
}

/** The tiles of the zoom at which the box is covered by sixteen of them at most; neighbours in the order of cells become one range. */
function rangesOf(box: Box): readonly { readonly from: number; readonly before: number }[] {
  const zoom = zoomCovering(box, finestZoom, 16)
  const { left, top, right, bottom } = corners(box, zoom)
  const tiles = []
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) tiles.push(cellsOfTile(zoom, x, y))
  const joined: { from: number; before: number }[] = []
  for (const { from, before } of tiles.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last?.before === from) last.before = before
    else joined.push({ from, before })
  }
  return joined
}

function toMark({ longitude, latitude, number, title, stage, category_id }: PointRow): MapMark {
  return { longitude, latitude, count: 1, report: { number, title, stage, category: category_id } }
}

function gathered({ longitude, latitude, count }: ClusterRow): MapMark {
  return { longitude, latitude, count, report: null }
}

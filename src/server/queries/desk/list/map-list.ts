import { type RawBuilder, sql } from 'kysely'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { Box } from '#domain/shared/box.ts'
import { finestZoom } from '#domain/shared/cell.ts'
import { toMercator } from '#domain/shared/mercator.ts'
import { boxOfAreas } from '#server/queries/places/box-of-areas.ts'
import { clusterZoom, mostClusters } from '#server/queries/places/map-cells.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readScope } from './list-scope.ts'

/** One report on the map of a list, or several that lie too near each other. */
export type ListMark = {
  readonly longitude: number
  readonly latitude: number
  readonly count: number
  readonly report: { readonly number: number; readonly title: string; readonly stage: Stage } | null
}

export type ListMap = {
  readonly marks: readonly ListMark[]
  /** There are more than a map takes in: it shows a part of them. */
  readonly more: boolean
}

type Clustered = {
  longitude: number
  latitude: number
  count: number
  number: number
  title: string
  stage: Stage
}

/** So many reports a map takes in; more of them would cost more than anybody sees. */
const takenIn = 20_000

/** The reports of a list that lie within a box: each by itself where it is alone in its cell of the map, else gathered. */
export async function mapList(
  reader: Reader,
  directory: Directory,
  actor: Staff,
  filter: ReportFilter,
  view: { readonly box: Box; readonly zoom: number },
): Promise<ListMap> {
  const { from, parts } = await readScope(reader, directory, actor, filter)
  const within = liesWithin(view.box, directory)
  const found = parts.map((part) => {
    const where = sql`${part} and ${within}`
    return sql`(select report.longitude, report.latitude, report.cell, report.number, report.title, report.stage
      from ${from} where ${where} limit ${takenIn + 1})`
  })
  const shift = 2 * (finestZoom - clusterZoom(view.box, view.zoom))
  const { rows } = await sql<Clustered & { total: number }>`
    with found as materialized (${sql.join(found, sql` union all `)})
    select avg(found.longitude) as longitude, avg(found.latitude) as latitude, count(*) as count,
      max(found.number) as number, max(found.title) as title, max(found.stage) as stage,
      (select count(*) from found) as total
    from found group by case when (select count(*) from found) <= 100 then found.number else found.cell >> ${shift}::int end
    order by count(*) desc, max(found.number) desc limit ${mostClusters}`.execute(reader.db)
  return { marks: rows.map(toMark), more: (rows[0]?.total ?? 0) > takenIn }
}

/** Where the whole of the body is seen, whatever has a place is within: an index would find no less than all of it. */
function liesWithin([west, south, east, north]: Box, directory: Directory): RawBuilder<unknown> {
  const all = boxOfAreas(directory)
  if (directory.areas.size > 0 && west <= all[0] && south <= all[1] && east >= all[2] && north >= all[3])
    return sql`report.xy is not null`
  const [lower, upper] = [toMercator({ longitude: west, latitude: south }), toMercator({ longitude: east, latitude: north })]
  return sql`report.xy <@ ${`(${lower.x},${lower.y}),(${upper.x},${upper.y})`}::box`
}

function toMark({ longitude, latitude, count, number, title, stage }: Clustered): ListMark {
  return { longitude, latitude, count, report: count === 1 ? { number, title, stage } : null }
}

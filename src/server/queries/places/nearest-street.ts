import { sql } from 'kysely'
import { type Line, metresToLine } from '#domain/shared/line.ts'
import { toMercator } from '#domain/shared/mercator.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader } from '#server/storage/database.ts'

/** A street near a place, and how far its line is on the ground. */
export type NearStreet = { readonly label: string; readonly metres: number }

/** The boxes of long streets overlap: so many of the nearest boxes are measured by their lines. */
const boxesMeasured = 24

/** The street whose line is nearest to a place; its name alone, since a house number would be invented. */
export async function nearestStreet(reader: Reader, place: Place): Promise<NearStreet | null> {
  const { x, y } = toMercator(place)
  const { rows } = await sql<{ name: string; line: Line }>`
    select street.name, street.line
    from street
    where street.tenant_id = ${reader.tenant}
    order by street.extent <-> point(${x}, ${y})
    limit ${boxesMeasured}`.execute(reader.db)
  const [nearest] = rows
    .map(({ name, line }) => ({ label: name, metres: metresToLine(line, place) }))
    .sort((a, b) => a.metres - b.metres)
  return nearest ?? null
}

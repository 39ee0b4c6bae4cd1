import { sql } from 'kysely'
import { isId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import { searchText } from '#domain/shared/search-text.ts'
import type { Reader } from '#server/storage/database.ts'

type StreetRow = {
  readonly line: readonly (readonly [number, number])[]
  readonly first_number: number | null
  readonly last_number: number | null
}

/** Below this likeness a name is another street's. */
const alike = 0.5

/** The place of an address as people write it, "Via Lunga 12, Prova"; null when no street of the body is called so. */
export async function findAddress({ db, tenant }: Reader, address: string): Promise<Place | null> {
  const [first = ''] = address.split(',').filter((part) => /\p{Letter}/u.test(part))
  const name = searchText(first.replace(/\d+\s*(?:\/\s*)?\p{Letter}?\b.*$/u, ''))
  if (name === '') return null
  const row: StreetRow | undefined = await db
    .selectFrom('street')
    .where('street.tenant_id', '=', tenant)
    .where(sql<boolean>`street.search % ${name}`)
    .where(sql<boolean>`similarity(street.search, ${name}) >= ${alike}`)
    .select(['street.line', 'street.first_number', 'street.last_number'])
    .orderBy(sql`similarity(street.search, ${name})`, 'desc')
    .orderBy('street.id')
    .limit(1)
    .executeTakeFirst()
  const number = /\b(\d{1,5})\b/.exec(address.slice(address.indexOf(first)))?.[1]
  return row ? placeOn(row, number === undefined ? null : Number(number)) : null
}

/** The middle of the street with this id; null when the body has none such. */
export async function findStreetById({ db, tenant }: Reader, id: string): Promise<Place | null> {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('street')
    .where('street.tenant_id', '=', tenant)
    .where(sql<boolean>`street.id = ${id}::uuid`)
    .select(['street.longitude', 'street.latitude'])
    .executeTakeFirst()
  return row ?? null
}

/** House numbers are taken to lie evenly along the line; without one it is the middle. */
function placeOn({ line, first_number: first, last_number: last }: StreetRow, number: number | null): Place | null {
  const known = number !== null && first !== null && last !== null && last > first
  const share = known ? Math.min(1, Math.max(0, (number - first) / (last - first))) : 0.5
  const at = share * (line.length - 1)
  const [from, to] = [line[Math.floor(at)], line[Math.ceil(at)]]
  if (!from || !to) return null
  const rest = at - Math.floor(at)
  return { longitude: from[0] + (to[0] - from[0]) * rest, latitude: from[1] + (to[1] - from[1]) * rest }
}

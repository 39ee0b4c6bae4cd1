import { sql } from 'kysely'
import { isId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import { searchText } from '#domain/shared/search-text.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'
import type { Reader } from '#server/storage/database.ts'

/** The place of an address as people write it, "Via Lunga 12, 00001 Prova"; null unless a street is called exactly so. */
export async function findAddress(reader: Reader, address: string): Promise<Place | null> {
  const [street = '', next = ''] = address.split(',').map((part) => part.trim())
  const asked = /^\d{1,4}\s?\p{Letter}?$/u.test(next) ? `${street} ${next}` : street
  const [found] = await searchStreets(reader, asked, 1)
  if (!found) return null
  const [name, wanted] = [searchText(found.label), searchText(asked)]
  return wanted === name || wanted.startsWith(`${name} `) ? found.place : null
}

/** The middle of the street with this id; null when the body has none such. */
export async function findStreet({ db, tenant }: Reader, id: string): Promise<Place | null> {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('street')
    .where('street.tenant_id', '=', tenant)
    .where(sql<boolean>`street.id = ${id}::uuid`)
    .select(['street.longitude', 'street.latitude'])
    .executeTakeFirst()
  return row ?? null
}

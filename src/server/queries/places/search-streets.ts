import { sql } from 'kysely'
import { type Line, placeAlong } from '#domain/shared/line.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Reader } from '#server/storage/database.ts'
import { type HouseNumber, readStreetQuery } from './street-query.ts'

/** An address that a person may mean. */
export type FoundAddress = { readonly label: string; readonly place: Place; readonly postcode: string | null }

type StreetRow = {
  readonly name: string
  readonly postcode: string | null
  readonly line: Line
  readonly first_number: number | null
  readonly last_number: number | null
  readonly longitude: number
  readonly latitude: number
  readonly whole: boolean
}

/** Streets whose name begins with the text, then those with a word that does, then those that are like it; a house number after it is placed. */
export async function searchStreets(reader: Reader, text: string, limit: number): Promise<readonly FoundAddress[]> {
  const { whole, name, number } = readStreetQuery(text)
  if (whole.length < 2) return []
  const { rows } = await sql<StreetRow>`
    select street.name, street.postcode, street.line, street.first_number, street.last_number, street.longitude, street.latitude,
      (${whole} <> ${name} and street.search like ${whole} || '%') as whole
    from street
    where street.tenant_id = ${reader.tenant}
      and (street.search like '%' || ${name} || '%' or ${name} <% street.search)
    order by
      case
        when street.search like ${whole} || '%' then 0
        when street.search like ${name} || '%' then 1
        when street.search like '% ' || ${name} || '%' then 2
        else 3
      end,
      word_similarity(${name}, street.search) desc, street.name
    limit ${limit}`.execute(reader.db)
  return rows.map((row) => addressOf(row, row.whole ? null : number))
}

function addressOf(street: StreetRow, number: HouseNumber | null): FoundAddress {
  const middle = { longitude: street.longitude, latitude: street.latitude }
  const plain = { label: street.name, place: middle, postcode: street.postcode }
  if (number === null) return plain
  const { first_number: first, last_number: last } = street
  if (first === null || last === null) return { ...plain, label: `${street.name} ${number.written}` }
  if (number.counted < first || number.counted > last) return plain
  const place = placeAlong(street.line, last === first ? 0.5 : (number.counted - first) / (last - first))
  return { ...plain, label: `${street.name} ${number.written}`, place: place ?? middle }
}

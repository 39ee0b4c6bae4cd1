import { searchText } from '#domain/shared/search-text.ts'

/** What a person typed to find a street: the whole of it as a name, or a name and a house number after it. */
export type StreetQuery = { readonly whole: string; readonly name: string; readonly number: HouseNumber | null }

/** A house number as it is counted along the street and as it is written: `12/A` is 12. */
export type HouseNumber = { readonly counted: number; readonly written: string }

const trailingNumber = /^(.*?\p{Letter}.*?)[\s,]+(?:n\.?\s*)?(\d{1,4})(?:\s*\/?\s*([a-z]{1,5}))?$/iu

/** Reads a street search; a street whose name ends in a number is found by the whole. */
export function readStreetQuery(text: string): StreetQuery {
  const trimmed = text.trim().slice(0, 100)
  const whole = searchText(trimmed)
  const [, name, digits, suffix] = trailingNumber.exec(trimmed) ?? []
  if (name === undefined || digits === undefined) return { whole, name: whole, number: null }
  const written = suffix === undefined ? digits : `${digits}${/\/\s*[a-z]+$/i.test(trimmed) ? '/' : ''}${suffix.toUpperCase()}`
  return { whole, name: searchText(name), number: { counted: Number(digits), written } }
}

import type { FileLine } from '#domain/services/plan-import.ts'

/** How much of a file is taken: characters, and services. */
export const catalogueLimits = { text: 12_000_000, services: 3000 } as const

export type CatalogueFileRefusal =
  | 'file_missing'
  | 'file_too_large'
  | 'too_many_services'
  | 'no_services'
  | 'not_json'
  | 'not_catalogue'
  | 'quote_open'
  | 'row_too_long'
  | 'column_missing'
  | 'column_unknown'
  | 'column_twice'

/** Why a file cannot be read: on which line, and for what stands there. */
export type RefusedFile = { readonly refusal: CatalogueFileRefusal; readonly line: number | null; readonly value: string | null }

/** What a file says, service by service, or why it cannot be read at all. */
export type ReadFile = { readonly lines: readonly FileLine[] } | { readonly refused: RefusedFile }

/** The answer for a file that cannot be read. */
export function refuseFile(refusal: CatalogueFileRefusal, line: number | null = null, value: string | null = null): ReadFile {
  return { refused: { refusal, line, value } }
}

/** As many characters of a value as are shown beside what is wrong with it. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

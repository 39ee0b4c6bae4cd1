import { blankSheet } from '#domain/services/blank-sheet.ts'
import type { ServiceState } from '#domain/services/service.ts'
import { sheetRows, writeDraft } from '#domain/services/sheet-form.ts'
import { type Locale, locales } from '#domain/shared/words.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { nameField } from '#lib/services/name-field.ts'

/** A column of the spreadsheet: a field of a sheet's form, or the code or state of the service. */
export type ServiceColumn = {
  readonly name: string
  /** One value a line, each with its own or its row's; else the cell is one value. */
  readonly holds: 'value' | 'values' | 'rows'
}

const choices = ['category', 'categories', 'topics', 'lifeEvents', 'businessEvents', 'offices', 'related', 'responsible']
const rows: readonly string[] = Object.values(sheetRows).flatMap(({ fields }) => fields)

/** Every column, in the order in which they are written. */
export const serviceColumns: readonly ServiceColumn[] = [
  'code',
  'state',
  ...Object.keys(writeDraft({ featured: false, sheet: blankSheet })),
].map((name) => ({ name, holds: rows.includes(name) ? 'rows' : choices.includes(name) ? 'values' : 'value' }))

/** What stands above a column. */
export function headerOf({ name }: ServiceColumn, locale: Locale): string {
  return nameField(name, dictionary(locale).serviceEditor)
}

const byHeader = new Map(
  serviceColumns.flatMap((column) =>
    [column.name, ...locales.map((locale) => headerOf(column, locale))].map((header) => [plain(header), column] as const),
  ),
)

/** The column that a header means, by its name or by what stands above it in any language. */
export function columnOf(header: string): ServiceColumn | undefined {
  return byHeader.get(plain(header))
}

/** The names of what a column may hold, by their codes; nothing where it holds whatever is written. */
export function namesIn(column: string, locale: Locale): Readonly<Record<string, string>> | null {
  const { vocabularies, serviceEditor, offices, desk } = dictionary(locale)
  const yesOrNo = { on: desk.file.yes, '': desk.file.no }
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    state: serviceEditor.file.states satisfies Record<ServiceState, string>,
    category: vocabularies.categories,
    categories: vocabularies.categories,
    topics: vocabularies.topics,
    lifeEvents: vocabularies.lifeEvents,
    businessEvents: vocabularies.businessEvents,
    'response-unit': serviceEditor.units,
    'phase-unit': serviceEditor.units,
    'contact-kind': offices.contact.kinds,
    featured: yesOrNo,
    active: yesOrNo,
    booking: yesOrNo,
    'picture-decorative': yesOrNo,
  }
  return named[column] ?? null
}

const codes = new Map(serviceColumns.map(({ name }) => [name, codesByName(name)]))

function codesByName(column: string): ReadonlyMap<string, string> {
  const named = locales.flatMap((locale) => Object.entries(namesIn(column, locale) ?? {}))
  return new Map(named.flatMap(([code, name]) => [[plain(code), code] as const, [plain(name), code] as const]))
}

/** The code that a cell means where its column holds names: by itself, or by its name in any language. */
export function codeIn(column: string, text: string): string | null {
  return codes.get(column)?.get(plain(text)) ?? null
}

/** Whether a column holds names out of a vocabulary, and nothing else. */
export function holdsNames(column: string): boolean {
  return (codes.get(column)?.size ?? 0) > 0
}

/** As people compare what they typed: whatever the case, the accents and the spaces around. */
export function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

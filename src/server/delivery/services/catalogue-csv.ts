import { parseCsv } from 'hucre/csv'
import type { FiledService } from '#domain/services/filed-service.ts'
import type { FileLine, KeptService } from '#domain/services/plan-import.ts'
import type { ServiceState } from '#domain/services/service.ts'
import { readDraft, type Typed, writeDraft } from '#domain/services/sheet-form.ts'
import type { Locale, Words } from '#domain/shared/words.ts'
import { writeSheet } from '#server/gateways/spreadsheet.ts'
import {
  codeIn,
  columnOf,
  headerOf,
  holdsNames,
  namesIn,
  plain,
  type ServiceColumn,
  serviceColumns,
} from './catalogue-columns.ts'
import { catalogueLimits, type ReadFile, refuseFile, shown } from './catalogue-file.ts'

/** What is known of the body where a file is read: what it leaves out of a service stays as it is. */
export type Known = {
  readonly services: ReadonlyMap<string, KeptService>
  readonly offices: ReadonlyMap<string, { readonly name: Words }>
}

/** An apostrophe hides a formula from spreadsheets; one that stood there already gets another, so that each can be told. */
const looksHidden = /^'+[=+\-@\t\r]/
const looksHiddenTwice = /^''+[=+\-@\t\r]/

/** The catalogue for spreadsheets: a service a row; what is being written beside what was published is not in it. */
export function writeCatalogueCsv(services: readonly FiledService[], locale: Locale): ReadableStream<Uint8Array> {
  const columns = serviceColumns.map((column) => ({ header: headerOf(column, locale), width: 20, moment: false }))
  const names = new Map(serviceColumns.map(({ name }) => [name, namesIn(name, locale)]))
  async function* rows() {
    for (const service of services) {
      const typed: Typed = { ...writeDraft(service), code: [service.code], state: [service.state] }
      yield serviceColumns.map(({ name }) => {
        const [named, values] = [names.get(name), typed[name] ?? []]
        const cell = (named && values.length === 0 ? [''] : values).map((value) => named?.[value] ?? value).join('\n')
        return looksHidden.test(cell) ? `'${cell}` : cell
      })
    }
  }
  return writeSheet('csv', '', columns, rows())
}

/** Reads a spreadsheet's text: the columns that it has, in any order; a cell that holds something unknown is a refused line. */
export function readCatalogueCsv(text: string, known: Known): ReadFile {
  const [first = ''] = text.split('\n', 1)
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ';'
  const rows = parseCsv(text, { delimiter, unescapeFormulae: true }).map((row) => row.map(cellText))
  const lines = linesOfRows(rows)
  if ((text.split('"').length - 1) % 2 === 1) return refuseFile('quote_open', lines.at(-1) ?? 1)
  const [headers = [], ...told] = rows
  const columns = headers.map(columnOf)
  const unknown = columns.indexOf(undefined)
  if (unknown >= 0) return refuseFile('column_unknown', 1, shown(headers[unknown]))
  const twice = columns.find((column, at) => columns.indexOf(column) < at)
  if (twice) return refuseFile('column_twice', 1, shown(headers[columns.lastIndexOf(twice)]))
  if (!columns.some((column) => column?.name === 'code')) return refuseFile('column_missing', 1)
  const long = told.findIndex((row) => row.slice(headers.length).some(Boolean))
  if (long >= 0) return refuseFile('row_too_long', lines[long + 1] ?? null)
  const filled = told
    .map((row, n) => ({ row, line: lines[n + 1] ?? 1 }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return refuseFile('no_services')
  if (filled.length > catalogueLimits.services) return refuseFile('too_many_services')
  return { lines: filled.map(({ row, line }) => readRow(columns as readonly ServiceColumn[], row, line, known)) }
}

function cellText(cell: unknown): string {
  const text = String(cell ?? '').replace(/\r\n?/g, '\n')
  return looksHiddenTwice.test(text) ? text.slice(1) : text
}

/** The line on which each row begins: a cell may go over several. */
function linesOfRows(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1
  return rows.map((row) => {
    const begins = line
    line += 1 + row.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return begins
  })
}

function readRow(columns: readonly ServiceColumn[], row: readonly string[], line: number, known: Known): FileLine {
  const cells = columns.map((column, n) => ({ column, cell: row[n] ?? '' }))
  const cellOf = (name: string) => cells.find(({ column }) => column.name === name)?.cell.trim() ?? ''
  const code = cellOf('code')
  const kept = known.services.get(code)?.service
  const title = cellOf('title') || (kept?.sheet.title.it ?? '')
  const read = cells.map(({ column, cell }) => ({ name: column.name, ...valuesOf(column, cell, known) }))
  const wrong = read.find(({ unknown }) => unknown !== undefined)
  if (wrong) return { line, code, title, refused: { refusal: 'value_wrong', field: wrong.name, value: shown(wrong.unknown) } }
  const { code: _code, state: said, ...fields } = Object.fromEntries(read.map(({ name, values }) => [name, values]))
  const state = (said?.[0] || (kept?.state ?? 'published')) as ServiceState
  const before = kept ? writeDraft(kept) : { active: ['on'] }
  return { line, code, title, service: { code, state, ...readDraft<string, string>({ ...before, ...fields }) } }
}

/** What a cell says in codes, and what of it is none. */
function valuesOf(
  { name, holds }: ServiceColumn,
  cell: string,
  { offices }: Known,
): { values: readonly string[]; unknown?: string } {
  const lines = holds === 'value' ? [cell] : cell.split('\n').map((value) => value.trim())
  const values = holds === 'values' ? lines.filter(Boolean) : lines
  if (name === 'offices' || name === 'responsible') return { values: values.map((value) => officeCode(value, offices)) }
  if (!holdsNames(name)) return { values }
  const unknown = values.find((value) => value.trim() !== '' && codeIn(name, value) === null)
  const codes = values.map((value) => codeIn(name, value) ?? '')
  return { values: holds === 'rows' ? codes : codes.filter(Boolean), ...(unknown !== undefined && { unknown }) }
}

/** An office is named by its code, or by a name that is one office's alone; whether there is such a one is asked later. */
function officeCode(value: string, offices: Known['offices']): string {
  if (offices.has(value)) return value
  const [found, ...others] = [...offices].filter(([, { name }]) => plain(name.it) === plain(value))
  return found && others.length === 0 ? found[0] : value
}

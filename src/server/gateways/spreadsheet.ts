import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'

/** A cell of a file: a moment is given as the civil time that it is to show, in the fields that are called UTC. */
export type SheetCell = string | number | Date | null

export type SheetColumn = { readonly header: string; readonly width: number; readonly moment: boolean }

export const sheetFormats = ['csv', 'xlsx'] as const

export type SheetFormat = (typeof sheetFormats)[number]

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Rows = AsyncIterable<readonly SheetCell[]>

/** Writes rows as a file while they come, whatever their number; no cell is ever a formula. */
export function writeSheet(
  format: SheetFormat,
  name: string,
  columns: readonly SheetColumn[],
  rows: Rows,
): ReadableStream<Uint8Array> {
  return format === 'csv' ? writeCsv(columns, rows) : writeXlsx(name, columns, rows)
}

/** RFC 4180, with the mark and the separator by which spreadsheets in Italy know it; `=…` is put behind an apostrophe. */
function writeCsv(columns: readonly SheetColumn[], rows: Rows): ReadableStream<Uint8Array> {
  const headers = columns.map(({ header }) => header)
  return writeCsvStream(
    mapRows(rows, (cell) => (cell instanceof Date ? writeMoment(cell) : cell), headers),
    {
      delimiter: ';',
      lineSeparator: '\r\n',
      bom: true,
      escapeFormulae: true,
      headers: false,
    },
  )
}

/** Texts are written as texts, so that a leading `=` means nothing; moments as days and hours that can be counted with. */
function writeXlsx(name: string, columns: readonly SheetColumn[], rows: Rows): ReadableStream<Uint8Array> {
  return writeXlsxStream(
    mapRows(rows, (cell) => cell),
    {
      name,
      columns: columns.map(({ header, width, moment }) => ({ header, width, ...(moment ? { numFmt: 'dd/mm/yyyy hh:mm' } : {}) })),
      freezePane: { rows: 1 },
    },
  )
}

async function* mapRows<To>(rows: Rows, map: (cell: SheetCell) => To, first?: readonly To[]): AsyncGenerator<To[]> {
  if (first) yield [...first]
  for await (const row of rows) yield row.map(map)
}

function writeMoment(civil: Date): string {
  return civil.toISOString().slice(0, 16).replace('T', ' ')
}

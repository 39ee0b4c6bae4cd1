import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type SheetCell, type SheetFormat, writeSheet } from './spreadsheet.ts'

const columns = [
  { header: 'Numero', width: 8, moment: false },
  { header: 'Titolo', width: 40, moment: false },
  { header: 'Inviata', width: 16, moment: true },
]
const evening = new Date('2026-03-29T23:30:00Z')
const rows: readonly (readonly SheetCell[])[] = [
  [1, 'Città; «buca» "profonda"\r\nin due righe', evening],
  [2, '=HYPERLINK("http://x.example")', null],
  [-3, '@cmd', null],
  [4, '+39 010 555', null],
  [5, '\t=1+1', null],
  [6, ' spazi \u{1F6A7} ', null],
]

async function* given() {
  yield* rows
}

async function write(format: SheetFormat): Promise<Uint8Array> {
  return new Uint8Array(await new Response(writeSheet(format, 'Segnalazioni', columns, given())).arrayBuffer())
}

describe('a CSV file', () => {
  test('is what spreadsheets in Italy open: marked as UTF-8, with semicolons and CRLF', async () => {
    const bytes = await write('csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text.startsWith('\uFEFFNumero;Titolo;Inviata\r\n1;"Città; «buca» ""profonda""')).toBe(true)
    expect(text).toContain(';2026-03-29 23:30\r\n')
  })

  test('holds no formula, and every text', async () => {
    const read = parseCsv(new TextDecoder().decode(await write('csv')), { delimiter: ';' })
    expect(read.slice(1).map(([, title]) => title)).toEqual([
      rows[0]?.[1],
      '\'=HYPERLINK("http://x.example")',
      "'@cmd",
      "'+39 010 555",
      "'\t=1+1",
      rows[5]?.[1],
    ])
    expect(read[3]?.[0]).toBe('-3')
  })
})

test('an XLSX file holds numbers, moments and texts as what they are, and no formula', async () => {
  const { sheets } = await readXlsx(await write('xlsx'))
  const read = sheets[0]?.rows ?? []
  expect(sheets[0]?.name).toBe('Segnalazioni')
  expect(read[0]).toEqual(['Numero', 'Titolo', 'Inviata'])
  expect(read.slice(1).map(([number, title]) => [number, title])).toEqual(rows.map(([number, title]) => [number, title]))
  expect(read[1]?.[2]).toEqual(evening)
})

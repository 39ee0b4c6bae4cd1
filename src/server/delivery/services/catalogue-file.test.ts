import { expect, test } from 'vitest'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import { sheetTexts } from '#domain/services/check-sheet.ts'
import { changedFields, type FiledService } from '#domain/services/filed-service.ts'
import type { FileLine } from '#domain/services/plan-import.ts'
import { locales } from '#domain/shared/words.ts'
import { seededRandom } from '../cli/demonstration-life.ts'
import { headerOf, serviceColumns } from './catalogue-columns.ts'
import { writeCatalogueCsv } from './catalogue-csv.ts'
import { catalogueLimits } from './catalogue-file.ts'
import { writeCatalogueJson } from './catalogue-json.ts'
import { decodeCatalogue, readCatalogueFile } from './read-catalogue-file.ts'

const nobody = { services: new Map(), offices: new Map([['roads', { name: { it: 'Ufficio Strade' } }]]) }
const read = (text: string, known: Parameters<typeof readCatalogueFile>[1] = nobody) => readCatalogueFile(text, known)
const servicesIn = (text: string): readonly (FiledService | FileLine)[] => {
  const found = read(text)
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found.lines.map((line) => ('service' in line ? line.service : line))
}
const csv = async (services: readonly FiledService[], locale: 'it' | 'en' = 'it') =>
  decodeCatalogue(new Uint8Array(await new Response(writeCatalogueCsv(services, locale)).arrayBuffer()))

const nasty = ['=1+1', "'=1+1", "''-2", '-3', '@x', '«è»; "così"', 'uno\n\n- due', 'città 🚧', ',', '+39 010', 'a|b', '\\n']

/** Sheets full of what breaks files, the same on every machine. */
function services(seed: number): readonly FiledService[] {
  const random = seededRandom(seed)
  const pick = <One>(from: readonly [One, ...One[]] | readonly One[]): One => from[Math.floor(random() * from.length)] as One
  const words = () => ({ it: pick(nasty), ...(random() < 0.5 && { en: pick(nasty) }) })
  const line = () => ({ it: pick(nasty).replaceAll('\n', ' ') })
  const some = <One>(one: () => One) => Array.from({ length: Math.floor(random() * 3) }, one)
  const sheet = (): FiledService['sheet'] => ({
    ...blankSheet,
    ...Object.fromEntries(sheetTexts.map((text) => [text, words()])),
    active: random() < 0.5,
    categories: ['ambiente', 'turismo'],
    topics: ['acqua', 'aria'],
    lifeEvents: ['nascita'],
    synonyms: some(() => pick(nasty).replaceAll('\n', ' ')),
    neededList: some(line),
    phases: some(() => ({
      title: line(),
      subtitle: random() < 0.5 ? line() : { it: '' },
      when: pick([null, { amount: 3, unit: 'weeks' }, { date: '2028-02-29' }] as const),
    })),
    documents: some(() => ({ label: line(), href: '/x' })),
    contacts: some(() => ({
      kind: pick(['phone', 'pec'] as const),
      value: pick(['+39 010', '@x']),
      note: random() < 0.5 ? line() : { it: '' },
    })),
    online: pick([null, { label: line(), href: 'https://x.example' }]),
    responseTime: pick([null, { amount: 5, unit: 'hours' } as const]),
    offices: pick([[], ['roads']]),
    responsible: pick([null, 'roads']),
    related: pick([[], ['s-1', 's-0']]),
    booking: random() < 0.5,
    nace: pick([[], ['I56.1', '84']]),
  })
  return Array.from({ length: 4 }, (_, n) => ({
    code: `s-${n}`,
    state: pick(['draft', 'published'] as const),
    featured: random() < 0.5,
    sheet: sheet(),
  }))
}

test.each(Array.from({ length: 25 }, (_, seed) => seed))(
  'what is written is read again, as JSON and as CSV (%i)',
  async (seed) => {
    const given = services(seed)
    expect(servicesIn(writeCatalogueJson(given))).toEqual(given)
    for (const locale of locales) expect(servicesIn(await csv(given, locale))).toEqual(given)
  },
)

test('what goes out to a spreadsheet and comes back as it was changes nothing, whatever the order of its choices', async () => {
  const kept = services(7).map((one) => ({ ...one, sheet: { ...one.sheet, topics: ['aria', 'acqua'] as const } }))
  const known = { ...nobody, services: new Map(kept.map((one) => [one.code, { service: one, version: 1 }])) }
  const found = read(await csv(kept), known)
  const back = 'lines' in found ? found.lines.flatMap((line) => ('service' in line ? line.service : [])) : []
  expect(back.map((one, n) => changedFields(kept[n] as FiledService, one))).toEqual(kept.map(() => []))
})

test('every column is headed by words of its own', () => {
  for (const locale of locales)
    expect(new Set(serviceColumns.map((column) => headerOf(column, locale))).size).toBe(serviceColumns.length)
})

test('a JSON file is whole: a draft beside what was published is in it, and what a sheet does not tell is not', () => {
  const [one] = services(1)
  const both = [
    { ...(one as FiledService), state: 'published', draft: { featured: true, sheet: { ...blankSheet, title: { it: 'B' } } } },
  ] as const
  const text = writeCatalogueJson(both)
  expect(servicesIn(text)).toEqual(both)
  expect(JSON.parse(text).services[0].draft).toEqual({ featured: true, sheet: { title: { it: 'B' } } })
})

test.each([
  ['not_json', 3, null, '{\n  "format": 1,\n  broken'],
  ['not_json', 2, null, '{"format":\n'],
  ['not_catalogue', 1, null, '[]'],
  ['not_catalogue', 1, null, '{"format":"filo-services","version":2,"services":[]}'],
  ['not_catalogue', 1, null, '{"format":"filo-services","version":1,"services":[null]}'],
  ['no_services', null, null, '{"format":"filo-services","version":1,"services":[]}'],
  ['file_missing', null, null, ' \n'],
  ['file_too_large', null, null, 'x'.repeat(catalogueLimits.text + 1)],
  ['column_missing', 1, null, 'Titolo;Stato\r\nA;bozza\r\n'],
  ['column_unknown', 1, 'Colore', 'Codice;Colore\r\na;blu\r\n'],
  ['column_twice', 1, 'code', 'Codice;Titolo;code\r\na;A;b\r\n'],
  ['row_too_long', 4, null, 'Codice;Titolo\r\na;"A\r\nB"\r\nb;B;C\r\n'],
  ['quote_open', 3, null, 'Codice;Titolo\r\na;A\r\nb;"B\r\nc;C\r\n'],
  ['no_services', null, null, 'Codice;Titolo\r\n;\r\n'],
] as const)('says %s on line %s (%s)', (refusal, line, value, text) =>
  expect(read(text)).toEqual({ refused: { refusal, line, value } }),
)

const listed = (...lines: readonly string[]) =>
  `{\n"format": "filo-services", "version": 1,\n"services": [\n${lines.join(',\n')}\n]}`

test.each([
  ['field_missing', 'sheet.title', null, '{"code": "b", "sheet": {}}'],
  ['field_unknown', 'sheet', 'colour', '{"code": "b", "sheet": {"title": {"it": "B"}, "colour": 1}}'],
  ['value_wrong', 'sheet.topics.0', 'mare', '{"code": "b", "sheet": {"title": {"it": "B"}, "topics": ["mare"]}}'],
  ['value_wrong', 'state', '7', '{"code": "b", "state": 7, "sheet": {"title": {"it": "B"}}}'],
  ['field_missing', 'code', null, '{}'],
] as const)('a service of a JSON file is refused for %s in %s, and the others are read', (refusal, field, value, second) => {
  const found = servicesIn(
    listed('{"code": "a", "sheet": {"title": {"it": "{[«A»"}}}', second, '{"code": "c", "sheet": {"title": {"it": "C"}}}'),
  )
  expect(found).toMatchObject([{ code: 'a' }, { line: 5, refused: { refusal, field, value } }, { code: 'c' }])
})

test('a CSV file has the columns that it has: by name, code or case, with commas or semicolons, in Windows letters too', () => {
  const text =
    'code,Titolo,ARGOMENTI,Ufficio responsabile,Il servizio è attivo,stato\r\na,Città,"acqua\r\nARIA",ufficio strade,si,Bozza\r\n'
  const bytes = new Uint8Array([...text].map((letter) => letter.charCodeAt(0)))
  expect(servicesIn(decodeCatalogue(bytes))).toEqual([
    {
      code: 'a',
      state: 'draft',
      featured: false,
      sheet: { ...blankSheet, title: { it: 'Città' }, topics: ['acqua', 'aria'], responsible: 'roads' },
    },
  ])
})

test('what a CSV file has no column for stays as it is; an empty cell clears', () => {
  const [kept] = services(3)
  const known = { ...nobody, services: new Map([['s-0', { service: kept as FiledService, version: 1 }]]) }
  const found = read('Codice;Titolo;Come fare\r\ns-0;Nuovo;\r\n', known)
  expect('lines' in found && found.lines[0]).toMatchObject({
    service: { ...kept, sheet: { ...kept?.sheet, title: { it: 'Nuovo' }, howTo: { it: '' } } },
  })
})

test.each([
  ['topics', 'mare', 'Codice;Argomenti\r\na;mare\r\n'],
  ['contact-kind', 'Fax', 'Codice;Altri contatti: Tipo\r\na;"PEC\nFax"\r\n'],
  ['booking', 'forse', 'Codice;booking\r\na;forse\r\n'],
  ['state', 'chiuso', 'Codice;Stato\r\na;chiuso\r\n'],
] as const)('a cell of %s that holds something unknown refuses its line', (field, value, text) =>
  expect(servicesIn(text)).toMatchObject([{ line: 2, refused: { refusal: 'value_wrong', field, value } }]),
)

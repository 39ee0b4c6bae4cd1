import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { countDataRows } from '#server/queries/data/list-data-rows.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'
import { type Varied, variedReports } from '#tests/varied-reports.ts'
import { exportData } from './export-data.ts'

let town: Town
let analyst: Staff
let varied: readonly Varied[]
beforeAll(async () => {
  town = await openTown()
  varied = await variedReports(town, 30)
  analyst = await town.person([{ role: 'analyst', office: null }], 'Ciro Conta')
  const author = { ...plainReport(town.category('pothole').id).author, firstName: 'Nomesegreto', email: 'segreto@example.org' }
  const words = { title: 'Titolosegreto', description: 'Testosegreto della buca', address: 'Viasegreta 7' }
  const { id } = await town.report({ ...words, author })
  await writeNote(town.world, town.tenant, { report: id, by: town.desk, seenVersion: null, text: 'Notasegreta' })
}, 120_000)
afterAll(() => town.close())

async function file(filter: Partial<ReportFilter> = {}): Promise<readonly (readonly unknown[])[]> {
  const context = { directory: town.directory, words: dictionary('it'), locale: 'it' } as const
  const ask = { by: analyst, filter: { ...everything, ...filter } }
  return parseCsv(await new Response(exportData(town.world, context, 'csv', ask, 7)).text(), { delimiter: ';' })
}
const reports = () => varied.map(({ report }) => report)

describe('the data of all reports', () => {
  test('are a row for each, whoever asks and whatever they may read', async () => {
    const [, ...rows] = await file()
    expect(rows).toHaveLength(varied.length + 1)
    expect(rows.map(([number]) => Number(number))).toEqual(rows.map((_, at) => at + 1))
  })

  test('hold nothing that somebody wrote, no place but the area, and nobody', async () => {
    const [head] = await file()
    expect(head).toEqual([
      'Numero',
      'Tipo',
      'Categoria',
      'Zona',
      'Ufficio',
      'Stato',
      'Canale',
      'Priorità',
      'Inviata',
      'Prima risposta entro',
      'Prima risposta',
      'Risoluzione entro',
      'Chiusa',
      'Termine',
      'Passaggi tra uffici',
      'Giudizio (1–5)',
    ])
    const text = JSON.stringify(await file())
    expect(text).not.toMatch(/segret|example|Verdi|Dora Desk|Rita Roads|Paolo Parks/i)
    for (const { title, description, address } of reports())
      for (const words of [title, description, address]) if (words) expect(text).not.toContain(words)
  })

  test('are narrowed by time, category, area, office and stage, and by nothing else', async () => {
    const stages = ['resolved', 'declined'] as const
    const [, ...closed] = await file({ stages })
    expect(closed).toHaveLength(reports().filter(({ stage }) => stages.some((one) => one === stage)).length)
    const office = town.office('parks')
    const [, ...ofParks] = await file({ office })
    expect(ofParks).toHaveLength(reports().filter((one) => (one.ownerOffice ?? one.routedOffice) === office).length)
    const [, ...later] = await file({ from: '2026-06-01' })
    expect(later).toEqual([])
    const [, ...all] = await file({ text: 'Titolosegreto', box: [9, 44, 9.0001, 44.0001], person: 'me' })
    expect(all).toHaveLength(varied.length + 1)
    const counted = await town.world.read(town.tenant, (reader) =>
      countDataRows(reader, town.directory, analyst, { ...everything, stages }),
    )
    expect(counted).toBe(closed.length)
  })
})

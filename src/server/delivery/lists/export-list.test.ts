import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { columns, type Sort, usualColumns } from '#domain/reports/list-look.ts'
import { may } from '#domain/reports/may.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type Varied, variedReports } from '#tests/varied-reports.ts'
import { type ExportList, exportList } from './export-list.ts'
import type { CellContext } from './list-cells.ts'

let town: Town
let context: CellContext
let varied: readonly Varied[]
beforeAll(async () => {
  town = await openTown()
  context = { directory: town.directory, words: dictionary('it'), locale: 'it' }
  varied = await variedReports(town, 40)
}, 120_000)
afterAll(() => town.close())

async function file(ask: Partial<ExportList> = {}): Promise<readonly (readonly unknown[])[]> {
  const list = { by: town.desk, filter: everything, sort: 'newest' as const, columns: usualColumns, contacts: false, ...ask }
  return parseCsv(await new Response(exportList(town.world, context, 'csv', list, 7)).text(), { delimiter: ';' })
}
const looks = () =>
  town.world.read(town.tenant, ({ db }) => db.selectFrom('contact_look').select(['report_id', 'account_id']).execute())

describe('an exported list', () => {
  const lists: readonly (readonly [Partial<ReportFilter>, Sort])[] = [
    [{}, 'newest'],
    [{ bucket: 'open' }, 'pressing'],
    [{ stages: ['worked', 'resolved'], photo: true }, 'due'],
    [{ text: 'buca', office: null }, 'changed'],
    [{ stages: ['withdrawn'], kinds: ['praise'], area: null, text: 'zzz' }, 'oldest'],
  ]
  test.each(lists)('is what the list shows: %o by %s', async (wanted, sort) => {
    const filter = { ...everything, ...wanted }
    for (const by of [town.desk, town.roads]) {
      const shown = await town.world.read(town.tenant, (reader) =>
        listReports(reader, town.directory, by, { filter, sort, after: null, size: 1000, readers: [] }),
      )
      const [, ...rows] = await file({ by, filter, sort, columns: ['number', 'title'] })
      expect(rows).toEqual(shown.rows.map(({ number, title }) => [String(number), title]))
    }
  })

  test('is, of what was ticked, what the person may read', async () => {
    const only = varied.map(({ report }) => report.id).slice(0, 9)
    const may9 = (by: Staff) => varied.slice(0, 9).filter(({ report }) => may(by, 'read', report).ok)
    for (const by of [town.desk, town.roads]) {
      const [, ...rows] = await file({ by, only, columns: ['number'] })
      expect(rows.map(([number]) => Number(number)).toSorted()).toEqual(
        may9(by)
          .map(({ report }) => report.number)
          .toSorted(),
      )
    }
    expect((await file({ only: [] })).slice(1)).toEqual([])
  })

  test('has the chosen columns in their order, with headings', async () => {
    const [head] = await file({ columns: ['title', 'number'] })
    expect(head).toEqual(['Titolo', 'Numero'])
    const [all, first] = await file({ columns })
    expect(all).toHaveLength(columns.length)
    expect(first).toHaveLength(columns.length)
  })

  test('tells moments as the clocks of the body showed them', async () => {
    const report = await town.report({ title: 'A mezzogiorno' })
    const [, row] = await file({
      filter: { ...everything, text: `#${report.number}` },
      columns: ['number', 'submitted', 'closed'],
    })
    expect(row).toEqual([String(report.number), '2026-05-11 10:00', ''])
  })

  test('says nothing of authors, and writes down no look, until somebody asks for contacts', async () => {
    const text = JSON.stringify(await file({ columns }))
    expect(text).not.toMatch(/example\.org|Verdi/)
    expect(await looks()).toEqual([])
  })

  test('has contacts where the person may see them, and each look at them is written down', async () => {
    const parksAndMore: Staff = { ...town.parks, memberships: [...town.parks.memberships, { role: 'observer', office: null }] }
    const [head, ...rows] = await file({ by: parksAndMore, columns: ['number'], contacts: true })
    expect(head).toEqual(['Numero', 'Nome', 'Cognome', 'E-mail', 'Telefono'])
    const allowed = varied.filter(({ report }) => may(parksAndMore, 'read_contacts', report).ok).map(({ report }) => report)
    expect(allowed.length).toBeGreaterThan(0)
    expect(allowed.length).toBeLessThan(varied.length)
    const told = rows.filter(([, name]) => name !== '').map(([number]) => Number(number))
    expect(told.toSorted()).toEqual(allowed.map(({ number }) => number).toSorted())
    const looked = await looks()
    expect(looked.map(({ report_id }) => report_id).toSorted()).toEqual(allowed.map(({ id }) => id).toSorted())
    expect(new Set(looked.map(({ account_id }) => account_id))).toEqual(new Set([town.parks.account]))
  })
})

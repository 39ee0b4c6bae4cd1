import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { publicReport } from '#tests/publish.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { type Cursor, listForIndexers, listReports, newestReports } from './list-reports.ts'
import { readOfficeFigures } from './office-figures.ts'
import { readPublicReport } from './read-report.ts'
import { isFiltering, numberMeant, readReportFilter } from './report-filter.ts'
import { resolvedLately } from './resolved-lately.ts'

let town: Town

/** Titles by number: 1 to 5 public, 6 private, 7 to 9 public. */
beforeAll(async () => {
  town = await openTown()
  const lamp = { category: town.category('lamp').id, answers: { lamp_number: ['A12'] } }
  await publicReport(town, { title: 'Buche in via Lunga', address: 'Via Lunga 7' })
  await publicReport(town, { title: 'Lampione spento in città', ...lamp, address: 'Piazza della Libertà' })
  await publicReport(town, {
    title: 'Albero caduto',
    category: town.category('tree').id,
    place: { longitude: 9.15, latitude: 44.05 },
  })
  await publicReport(town, { title: 'Più panchine', kind: 'proposal' })
  await publicReport(town, { title: 'Marciapiede rotto', address: 'Via Lunga 2' })
  await town.report({ title: 'Segreto di buche' })
  for (const title of ['Tombino rumoroso', 'Strisce sbiadite', 'Cartello storto']) await publicReport(town, { title })
  await foundTenant(town.world, townPlan('elsewhere'))
  town.setNow(new Date(monday.getTime() + 2000))
})
afterAll(() => town.close())

const list = (query = '', cursor: Cursor = {}, size = 20) => {
  const filter = readReportFilter(town.directory, new URLSearchParams(query))
  return town.world.read(town.tenant, (reader) => listReports(reader, town.directory, filter, cursor, size))
}
const numbers = async (query = '', cursor: Cursor = {}, size = 20) =>
  (await list(query, cursor, size)).cards.map(({ number }) => number)

describe('the public list', () => {
  test('shows the public reports, newest first, and counts them', async () => {
    const page = await list()
    expect(page.cards.map(({ number }) => number)).toEqual([9, 8, 7, 5, 4, 3, 2, 1])
    expect(page).toMatchObject({ count: 8, newerThan: null, olderThan: null })
  })

  test('goes from page to page by number and back', async () => {
    const first = await list('', {}, 3)
    expect(first).toMatchObject({ newerThan: null, olderThan: 7, count: 8 })
    const second = await list('', { olderThan: 7 }, 3)
    expect(second.cards.map(({ number }) => number)).toEqual([5, 4, 3])
    expect(second).toMatchObject({ newerThan: 5, olderThan: 3 })
    const last = await list('', { olderThan: 3 }, 3)
    expect(last).toMatchObject({ newerThan: 2, olderThan: null })
    expect(await numbers('', { newerThan: 5 }, 3)).toEqual([9, 8, 7])
    expect(await list('', { newerThan: 5 }, 3)).toMatchObject({ newerThan: null, olderThan: 7 })
    expect(await list('', { newerThan: 2 }, 3)).toMatchObject({ newerThan: 5, olderThan: 3 })
  })

  test.each([
    ['categoria=streets', [9, 8, 7, 5, 4, 2, 1]],
    ['categoria=lamp', [2]],
    ['zona=E', [3]],
    ['stato=in_charge&zona=E', [3]],
    ['stato=resolved', []],
    ['tipo=proposal', [4]],
    ['tipo=nonsense&zona=nowhere&categoria=%00&stato=withdrawn', [9, 8, 7, 5, 4, 3, 2, 1]],
  ])('is filtered by %s', async (query, found) => expect(await numbers(query)).toEqual(found))
})

describe('the text search', () => {
  test.each([
    ['5', [5]],
    ['#5', [5]],
    ['n. 5', [5]],
    ['N°5', [5]],
  ])('finds the number %s first', async (text, found) => expect(await numbers(`q=${encodeURIComponent(text)}`)).toEqual(found))

  test('finds a number in the words after the report that has it', async () => expect(await numbers('q=7')).toEqual([7, 1]))

  test('finds a number within the other filters alone', async () => expect(await numbers('q=5&zona=E')).toEqual([]))

  test.each([
    ['citta', [2]],
    ['CITTÀ', [2]],
    ['liberta', [2]],
    ['tombin', [7]],
    ['marciapiedi rot', [5]],
    ['piu panchine', [4]],
    ['bicicletta', [9, 8, 7, 5, 4, 3, 2, 1]],
    ['panchna', [4]],
    ['zzzz', []],
    ["'", []],
    ['& | ! :* ()', []],
    ['di', []],
  ])('finds %s', async (text, found) => expect(await numbers(`q=${encodeURIComponent(text)}`)).toEqual(found))

  test('never finds a private report', async () => {
    expect(await numbers('q=segreto')).toEqual([])
    expect(await numbers('q=6')).toEqual([])
  })
})

test.each([
  ['12', 12],
  ['  n.12 ', 12],
  ['numero 12', 12],
  ['nr 12', 12],
  ['12 bis', null],
  ['via 12', null],
  ['9999999999999', null],
])('«%s» means the number %s', (text, number) => expect(numberMeant(text)).toBe(number))

test('an empty filter leaves nothing out', () => {
  expect(isFiltering(readReportFilter(town.directory, new URLSearchParams('q=%20&zona=')))).toBe(false)
  expect(isFiltering(readReportFilter(town.directory, new URLSearchParams('q=a')))).toBe(true)
})

describe('the public page', () => {
  const read = (number: number, tenant = town.tenant) => town.world.read(tenant, (reader) => readPublicReport(reader, number))

  test('tells what happened in the body’s words and nobody’s name', async () => {
    const { id } = await publicReport(town, { title: 'Da risolvere' })
    const move = (asked: Parameters<typeof moveReport>[2]['move']) =>
      moveReport(town.world, town.tenant, { report: id, move: asked, seenVersion: null, by: town.desk, channel: 'web' })
    await move({ act: 'ask', text: 'Domanda privata' })
    await move({ act: 'resume' })
    await move({ act: 'resolve', text: 'Riparata ieri.' })
    const { number } = await town.read(id)
    const shown = await read(number)
    expect(shown?.history.map(({ kind, reply }) => [kind, reply])).toEqual([
      ['submitted', null],
      ['taken_in_charge', null],
      ['asked', null],
      ['resumed', null],
      ['resolved', 'Riparata ieri.'],
    ])
    expect(shown?.history[1]?.office).toBe(town.office('roads'))
    const everything = JSON.stringify(shown)
    for (const secret of ['Ada', 'Verdi', 'ada@example.org', 'Domanda privata', 'Dora', town.desk.account]) {
      expect(everything).not.toContain(secret)
    }
    expect(await resolvedLately(town.world, town.directory)).toBe(1)
  })

  test.each([6, 999, 0, -1])('is missing for number %d', async (number) => expect(await read(number)).toBeNull())
})

test('what belongs to another body is not to be seen', async () => {
  const other = await town.world.directories.ofSlug('elsewhere')
  const tenant = other?.tenant.id ?? town.tenant
  expect(tenant).not.toBe(town.tenant)
  const filter = readReportFilter(town.directory, new URLSearchParams())
  const seen = await town.world.read(tenant, async (reader) => [
    ...(other ? (await listReports(reader, other, filter, {}, 20)).cards : []),
    ...(await newestReports(reader, 20)),
    ...(await listForIndexers(reader, 20)),
    await readPublicReport(reader, 1),
  ])
  expect(seen).toEqual([null])
})

test('the newest and those for indexers are public ones', async () => {
  const [newest, indexed] = await town.world.read(town.tenant, async (reader) => [
    await newestReports(reader, 3),
    await listForIndexers(reader, 100),
  ])
  expect(newest).toHaveLength(3)
  expect(indexed.map(({ number }) => number)).not.toContain(6)
})

test('an office tells how much came to it within a year, and how much of that is closed', async () => {
  const figures = (code: string, now: Date) =>
    town.world.read(town.tenant, (reader) => readOfficeFigures(reader, town.office(code), now))
  const before = await figures('roads', monday)
  const report = await town.report({ title: 'Tombino che manca' })
  const move = { act: 'decline', reason: 'not_found', text: 'Sul posto non c’è nulla.', duplicateOf: null } as const
  expect(
    (await moveReport(town.world, town.tenant, { report: report.id, by: town.desk, seenVersion: null, channel: 'web', move })).ok,
  ).toBe(true)
  expect(await figures('roads', monday)).toEqual({ received: before.received + 1, closed: before.closed + 1 })
  expect(await figures('roads', new Date(monday.getTime() + 400 * 86_400_000))).toEqual({ received: 0, closed: 0 })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import type { Box } from '#domain/shared/box.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type Varied, variedReports } from '#tests/varied-reports.ts'
import { listReports } from './list-reports.ts'
import { mapList } from './map-list.ts'

let town: Town
let varied: readonly Varied[]
beforeAll(async () => {
  town = await openTown()
  varied = await variedReports(town, 60)
}, 120_000)
afterAll(() => town.close())

const whole: Box = [8.9, 43.9, 9.3, 44.2]
const east: Box = [9.1, 44, 9.2, 44.1]

const marks = (by: Staff, filter: Partial<ReportFilter>, box: Box, zoom = 12) =>
  town.world.read(town.tenant, (reader) => mapList(reader, town.directory, by, { ...everything, ...filter }, { box, zoom }))
const listed = (by: Staff, filter: Partial<ReportFilter>) =>
  town.world.read(town.tenant, (reader) =>
    listReports(reader, town.directory, by, {
      filter: { ...everything, ...filter },
      sort: 'newest',
      after: null,
      size: 500,
      readers: [],
    }),
  )

test.each([
  ['everything', {}],
  ['a bucket of the inbox', { bucket: 'work' }],
  ['stages and a search', { stages: ['worked', 'planned'], text: 'buca' }],
  ['nothing', { text: 'zzz' }],
] as const)('the map shows what the list shows and has a place: %s', async (_, filter) => {
  for (const by of [town.desk, town.roads, town.parks]) {
    const placed = new Set(varied.flatMap(({ report }) => (report.place ? [report.number] : [])))
    const { rows } = await listed(by, filter as Partial<ReportFilter>)
    const shown = (await marks(by, filter as Partial<ReportFilter>, whole)).marks
    expect(shown.flatMap(({ report }) => report?.number ?? []).toSorted()).toEqual(
      rows
        .map(({ number }) => number)
        .filter((number) => placed.has(number))
        .toSorted(),
    )
  }
})

test('a part of the map shows that part alone', async () => {
  const { marks: shown } = await marks(town.desk, {}, east)
  const there = varied.filter(({ report }) => report.place !== null && report.place.longitude > 9.1)
  expect(shown.map(({ report }) => report?.number).toSorted()).toEqual(there.map(({ report }) => report.number).toSorted())
  expect(shown[0]?.report).toMatchObject({ title: expect.any(String), stage: expect.any(String) })
})

test('what lies too near each other is gathered, and counted whole', async () => {
  for (let n = 0; n < 60; n++) await town.report()
  const { marks: shown, more } = await marks(town.desk, {}, whole, 3)
  const placed = varied.filter(({ report }) => report.place !== null).length + 60
  expect(shown.length).toBeLessThan(placed)
  expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(placed)
  expect(more).toBe(false)
})

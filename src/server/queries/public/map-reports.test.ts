import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicReport } from '#tests/publish.ts'
import { openTown, type Town } from '#tests/town.ts'
import { mapReports } from './map-reports.ts'
import { readReportFilter } from './report-filter.ts'

let town: Town

/** A hundred reports in two crowds, and one far from both. */
beforeAll(async () => {
  town = await openTown()
  const crowds = Array.from({ length: 100 }, (_, at) => ({
    longitude: (at < 60 ? 9.02 : 9.15) + (at % 7) * 0.0001,
    latitude: 44.05 + (at % 5) * 0.0001,
  }))
  await Promise.all(crowds.map((place) => publicReport(town, { place, title: 'Buca' })))
  await publicReport(town, { place: { longitude: 9.08, latitude: 44.09 }, title: 'Buca' })
  await town.report({ title: 'Privata', place: { longitude: 9.19, latitude: 44.01 } })
})
afterAll(() => town.close())

const see = (box: readonly [number, number, number, number], zoom: number, query = '') =>
  town.world.read(town.tenant, (reader) =>
    mapReports(reader, town.directory, readReportFilter(town.directory, new URLSearchParams(query)), box, zoom),
  )

test('many are gathered where they lie, one that is alone stays itself', async () => {
  const marks = await see([9, 44, 9.2, 44.1], 11)
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(101)
  expect(marks.map(({ count }) => count)).toEqual([60, 40, 1])
  expect(marks[0]?.longitude).toBeCloseTo(9.02, 2)
  expect(marks[2]?.report).toMatchObject({ number: 101, title: 'Buca', stage: 'in_charge' })
})

test('few are shown one by one, whatever the zoom', async () => {
  const marks = await see([9.1, 44, 9.2, 44.1], 8)
  expect(marks).toHaveLength(40)
  expect(marks.every(({ report }) => report !== null)).toBe(true)
})

test.each([
  ['tipo=praise', 0],
  ['q=101', 1],
  ['q=102', 0],
  ['stato=in_charge&zona=W', 61],
])('what the filter %s leaves out is not counted', async (query, found) =>
  expect((await see([9, 44, 9.2, 44.1], 11, query)).reduce((sum, { count }) => sum + count, 0)).toBe(found),
)

test('a box around the whole earth is no more work than its reports', async () => {
  const marks = await see([-180, -89, 180, 89], 3)
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(101)
})

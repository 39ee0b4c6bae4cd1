import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import { everything } from '#domain/reports/report-filter.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import { listEvents } from '#server/storage/events.ts'
import { openTown, type Town } from '#tests/town.ts'
import { redactReport } from './redact-report.ts'
import { relocateReport } from './relocate-report.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const east = { longitude: 9.15, latitude: 44.06 }
const seen = (report: Report) => ({ report: report.id, by: town.desk, seenVersion: report.version })
const lastEvent = async ({ id }: Report) => (await town.world.read(town.tenant, (reader) => listEvents(reader, id))).at(-1)
const found = async (filter: Partial<typeof everything>) => {
  const ask = { filter: { ...everything, ...filter }, sort: 'newest', after: null, size: 50, readers: [] } as const
  const { rows } = await town.world.read(town.tenant, (reader) => listReports(reader, town.directory, town.desk, ask))
  return rows.map(({ number }) => number)
}

describe('the place of a report', () => {
  test('is corrected with its area, for lists and maps alike, and the history keeps where it was', async () => {
    const report = await town.report()
    const moved = await relocateReport(town.world, town.tenant, { ...seen(report), place: east, address: 'Via Corta 1' })
    expect(moved.ok).toBe(true)
    const now = await town.read(report.id)
    expect(now).toMatchObject({ place: east, address: 'Via Corta 1', version: report.version + 1 })
    expect(now.area).not.toBe(report.area)
    expect(await found({ box: [9.14, 44.05, 9.16, 44.07] })).toContain(report.number)
    expect(await lastEvent(report)).toMatchObject({
      kind: 'moved',
      actor: { kind: 'staff', account: town.desk.account },
      detail: { place: east, previousPlace: report.place, previousAddress: 'Via Lunga 12', area: now.area },
    })
  })

  test('stays where somebody else changed the report meanwhile, and outside the territory', async () => {
    const report = await town.report()
    const old = { ...seen(report), seenVersion: report.version - 1, place: east, address: null }
    expect(await relocateReport(town.world, town.tenant, old)).toEqual({ ok: false, refusal: 'old_version' })
    const outside = { ...seen(report), place: { longitude: 12, latitude: 41 }, address: null }
    expect(await relocateReport(town.world, town.tenant, outside)).toEqual({ ok: false, refusal: 'place_outside' })
  })
})

describe('the texts of a report', () => {
  const to = { title: 'Buca', description: 'Una voragine davanti al civico.', why: 'Conteneva un telefono.' }

  test('are changed for everyone and for the search; what was sent stays in the history', async () => {
    const report = await town.report({ description: 'Chiamate Ermenegildo al 333 1234567.' })
    expect((await redactReport(town.world, town.tenant, { ...seen(report), ...to })).ok).toBe(true)
    expect(await town.read(report.id)).toMatchObject({ title: to.title, description: to.description })
    expect(await found({ text: 'ermenegildo' })).toEqual([])
    expect(await found({ text: 'voragine' })).toEqual([report.number])
    expect(await lastEvent(report)).toMatchObject({
      kind: 'redacted',
      detail: { why: to.why, previousTitle: report.title, previousDescription: report.description },
    })
  })

  test('stay where somebody else changed the report meanwhile, and are the desk’s alone', async () => {
    const report = await town.report()
    const old = { ...seen(report), ...to, seenVersion: report.version - 1 }
    expect(await redactReport(town.world, town.tenant, old)).toEqual({ ok: false, refusal: 'old_version' })
    const office = { ...seen(report), ...to, by: town.roads }
    expect(await redactReport(town.world, town.tenant, office)).toEqual({ ok: false, refusal: 'not_yours' })
  })
})

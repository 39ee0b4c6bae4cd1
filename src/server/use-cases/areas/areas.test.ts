import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Geometry } from '#domain/areas/geometry.ts'
import { readAreas } from '#server/storage/areas.ts'
import { listEvents } from '#server/storage/events.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { openTown, type Town } from '#tests/town.ts'
import { importAreas } from './import-areas.ts'
import { type SetArea, setArea } from './set-area.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const box = (west: number, south: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const list = () => town.world.read(town.tenant, readAreas)
const set = (more: Partial<SetArea['setting']>, ask: Partial<SetArea> = {}) => {
  const setting = { parent: null, code: 'near', name: 'Vicino', geometry: box(9.04, 44.04, 0.02), active: true, ...more }
  return setArea(town.world, town.tenant, { by: town.admin, id: null, seen: null, ...ask, setting })
}

describe('an area', () => {
  test('that is redrawn takes the open reports in and lets others go, and tells it in their history', async () => {
    const report = await town.report()
    const before = await list()
    const made = await set({ parent: report.area })
    if (!made.ok) throw new Error(made.refusal)
    await town.runJobs()
    expect((await town.read(report.id)).area).toBe(made.value)
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    expect(events.at(-1)).toMatchObject({ kind: 'moved', actor: { kind: 'system' }, detail: { area: made.value } })

    expect((await set({ parent: report.area, geometry: box(9.3, 44.3, 0.01) }, { id: made.value })).ok).toBe(true)
    await town.runJobs()
    expect((await town.read(report.id)).area).toBe(report.area)
    expect((await list()).length).toBe(before.length + 1)
  })

  test('that is not used any more holds no report', async () => {
    const { id, area } = await town.report()
    const made = await set({ code: 'shut', name: 'Chiusa', parent: area })
    if (!made.ok) throw new Error(made.refusal)
    await town.runJobs()
    expect((await town.read(id)).area).toBe(made.value)
    expect((await set({ code: 'shut', name: 'Chiusa', active: false }, { id: made.value })).ok).toBe(true)
    await town.runJobs()
    expect((await town.read(id)).area).not.toBe(made.value)
  })

  test('goes back to the borders that it had', async () => {
    const [first] = await list()
    if (!first) throw new Error('the town has an area')
    const { id, position: _, ...was } = first
    expect((await set({ ...was, geometry: box(9, 44, 0.9) }, { id })).ok).toBe(true)
    const [change] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'area', id }, { limit: 1, before: null }),
    )
    expect((await revertSetting(town.world, town.tenant, { change: change?.id ?? '', by: town.admin })).ok).toBe(true)
    expect((await list()).find((one) => one.id === id)?.geometry).toEqual(first.geometry)
  })

  test.each([
    ['not_yours', () => set({ code: 'x1' }, { by: town.desk })],
    ['name_missing', () => set({ code: 'x2', name: '' })],
    ['no_such_area', () => set({ code: 'x3' }, { id: town.world.newId<'area'>() })],
    ['no_size', () => set({ code: 'x4', geometry: box(9, 44, 0) })],
  ] as const)('is refused: %s', async (refusal, ask) => {
    const before = await list()
    expect(await ask()).toEqual({ ok: false, refusal })
    expect(await list()).toEqual(before)
  })
})

describe('a file of areas', () => {
  test('makes those that are new, redraws those that are there and leaves out what cannot be used', async () => {
    const [known] = await list()
    if (!known) throw new Error('the town has an area')
    const shapes = [
      { code: known.code, name: 'Altro', geometry: box(9, 44, 0.8) },
      { code: 'fresh', name: 'Fresca', geometry: box(9.9, 44.9, 0.1), parent: known.code },
      { code: 'flat', name: 'Piatta', geometry: box(9, 44, 0) },
    ]
    expect(await importAreas(town.world, town.tenant, { by: town.admin, shapes })).toEqual({ ok: true, value: 2 })
    const after = await list()
    expect(after.find(({ id }) => id === known.id)).toMatchObject({ name: known.name, geometry: box(9, 44, 0.8) })
    expect(after.find(({ code }) => code === 'fresh')).toMatchObject({ parent: known.id, active: true })
    expect(after.some(({ code }) => code === 'flat')).toBe(false)
  })

  test('puts an area in use again of which it holds other borders', async () => {
    const made = await set({ code: 'rested', name: 'A riposo', active: false, geometry: box(9.7, 44.7, 0.1) })
    if (!made.ok) throw new Error(made.refusal)
    const shapes = [{ code: 'rested', name: 'A riposo', geometry: box(9.7, 44.7, 0.2) }]
    expect(await importAreas(town.world, town.tenant, { by: town.admin, shapes })).toEqual({ ok: true, value: 1 })
    expect((await list()).find(({ id }) => id === made.value)).toMatchObject({ active: true, geometry: box(9.7, 44.7, 0.2) })
  })

  test('is taken whole or not at all', async () => {
    const before = await list()
    const shapes = [
      { code: 'one', name: 'Prima', geometry: box(9.9, 44.9, 0.1) },
      { code: 'due parole', name: 'Seconda', geometry: box(9.8, 44.8, 0.1) },
    ]
    expect(await importAreas(town.world, town.tenant, { by: town.admin, shapes })).toEqual({ ok: false, refusal: 'code_wrong' })
    expect(await list()).toEqual(before)
  })
})

import { describe, expect, test } from 'vitest'
import { buildAreaIndex } from '../areas/area-index.ts'
import type { Actor } from '../people/actor.ts'
import type { AccountId, AreaId, OfficeId } from '../shared/id.ts'
import { decideRelocation, type Relocation } from './relocate.ts'
import { fakeReport } from './report.fake.ts'

const square = (id: string, west: number) => ({
  id: id as AreaId,
  parent: null,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 44],
        [west + 0.1, 44],
        [west + 0.1, 44.1],
        [west, 44.1],
        [west, 44],
      ],
    ],
  },
})
const territory = { areaIndex: buildAreaIndex([square('west', 9), square('east', 9.1)]), hasAreas: true }
const desk: Actor = { kind: 'staff', account: 'd' as AccountId, memberships: [{ role: 'desk', office: null }] }
const roads: Actor = { ...desk, memberships: [{ role: 'office_manager', office: 'roads' as OfficeId }] }
const there = { longitude: 9.05, latitude: 44.05 }
const elsewhere = { longitude: 9.15, latitude: 44.05 }
const report = fakeReport({ place: there, address: 'Via Lunga 12', area: 'west' as AreaId })

describe('the place of a report', () => {
  test('is corrected by the desk; the area follows, and the history keeps where it was', () => {
    expect(decideRelocation(report, { place: elsewhere, address: ' Via Corta 1 ' }, desk, territory)).toEqual({
      ok: true,
      value: {
        report: { ...report, place: elsewhere, address: 'Via Corta 1', area: 'east' },
        event: {
          kind: 'moved',
          detail: {
            place: elsewhere,
            address: 'Via Corta 1',
            area: 'east',
            previousPlace: there,
            previousAddress: 'Via Lunga 12',
          },
        },
        words: null,
      },
    })
  })

  test.each([
    ['not_yours', { place: elsewhere, address: null }, report, roads],
    ['wrong_stage', { place: elsewhere, address: null }, { ...report, stage: 'resolved' as const }, desk],
    ['place_missing', { place: null, address: 'Via Corta 1' }, report, desk],
    ['place_outside', { place: { longitude: 10, latitude: 44 }, address: null }, report, desk],
    ['address_too_long', { place: elsewhere, address: 'x'.repeat(201) }, report, desk],
    ['nothing_changes', { place: there, address: 'Via Lunga 12 ' }, report, desk],
  ] as const)('stays as it is: %s', (refusal, to: Relocation, of, by) => {
    expect(decideRelocation(of, to, by, territory)).toEqual({ ok: false, refusal })
  })

  test('may be told otherwise where it is right, and named where it was unknown', () => {
    expect(decideRelocation(report, { place: there, address: null }, desk, territory)).toMatchObject({ ok: true })
    const nowhere = fakeReport({ place: null, address: null })
    expect(decideRelocation(nowhere, { place: there, address: null }, desk, territory)).toMatchObject({
      ok: true,
      value: { report: { area: 'west' } },
    })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AreaId } from '../shared/id.ts'
import { areaAt, buildAreaIndex } from './area-index.ts'
import type { Geometry } from './geometry.ts'

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const area = (id: string, geometry: Geometry, parent: string | null = null) => ({
  id: id as AreaId,
  parent: parent as AreaId | null,
  geometry,
})

const town = buildAreaIndex([
  area('town', { type: 'Polygon', coordinates: [square(0, 0, 10)] }),
  area('ring', { type: 'Polygon', coordinates: [square(1, 1, 4), square(2, 2, 2)] }, 'town'),
  area('parts', { type: 'MultiPolygon', coordinates: [[square(6, 6, 1)], [square(8, 8, 1)]] }, 'town'),
])

describe('a point', () => {
  test.each([
    ['in no child is in the parent', 9.5, 0.5, 'town'],
    ['in a child is in the child', 1.5, 1.5, 'ring'],
    ['in a hole is not in the area around it', 3, 3, 'town'],
    ['in the first part', 6.5, 6.5, 'parts'],
    ['in the second part', 8.5, 8.5, 'parts'],
    ['between two parts', 7.5, 7.5, 'town'],
    ['outside is in none', 11, 5, null],
  ])('%s', (_, longitude, latitude, id) => expect(areaAt(town, { longitude, latitude })).toBe(id))

  test('is in no area of a body without areas', () => {
    expect(areaAt(buildAreaIndex([]), { longitude: 9, latitude: 44 })).toBeNull()
  })
})

const fixture = join(process.env.FILO_FIXTURES ?? '../shared/data', 'areas/comuni-citta-metropolitana-genova.geojson')

test.skipIf(!existsSync(fixture))(
  'real boundaries of 67 municipalities tell where a point lies (skipped where the fixture is not present)',
  () => {
    const { features } = JSON.parse(readFileSync(fixture, 'utf8'))
    const index = buildAreaIndex(
      features.map(({ geometry, properties }: { geometry: Geometry; properties: { name: string } }) =>
        area(properties.name, geometry),
      ),
    )
    expect(areaAt(index, { longitude: 8.9341, latitude: 44.4073 })).toBe('Genova')
    expect(areaAt(index, { longitude: 9.2297, latitude: 44.3482 })).toBe('Rapallo')
    expect(areaAt(index, { longitude: 8.9, latitude: 44.2 })).toBeNull()
  },
)

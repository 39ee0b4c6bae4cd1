import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AreaId } from '../shared/id.ts'
import { areaAt, boxOf, buildAreaIndex } from './area-index.ts'
import type { Geometry } from './geometry.ts'
import { parseAreas } from './parse-areas.ts'

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
const block = (id: string, west: number, south: number, size: number, parent: string | null = null) =>
  area(id, { type: 'Polygon', coordinates: [square(west, south, size)] }, parent)

const town = buildAreaIndex([
  block('town', 0, 0, 10),
  area('ring', { type: 'Polygon', coordinates: [square(1, 1, 4), square(2, 2, 2)] }, 'town'),
  area('parts', { type: 'MultiPolygon', coordinates: [[square(6, 6, 1)], [square(8, 8, 1)]] }, 'town'),
  block('court', 2.5, 2.5, 0.5, 'town'),
])

describe('a point', () => {
  test.each([
    ['in no child is in the parent', 9.5, 0.5, 'town'],
    ['in a child is in the child', 1.5, 1.5, 'ring'],
    ['in a hole is not in the area around it', 3.5, 3.5, 'town'],
    ['in an area that lies in a hole is in it', 2.7, 2.7, 'court'],
    ['in the first part', 6.5, 6.5, 'parts'],
    ['in the second part', 8.5, 8.5, 'parts'],
    ['between two parts', 7.5, 7.5, 'town'],
    ['on the border is inside', 0, 5, 'town'],
    ['outside is in none', 11, 5, null],
  ])('%s', (_, longitude, latitude, id) => expect(areaAt(town, { longitude, latitude })).toBe(id))

  test('is in no area of a body without areas', () => {
    expect(areaAt(buildAreaIndex([]), { longitude: 9, latitude: 44 })).toBeNull()
  })

  test('is in the deepest area, however the areas are ordered and however large it is', () => {
    const nested = [block('quarter', 0, 0, 9, 'district'), block('town', 0, 0, 10), block('district', 0, 0, 2, 'town')]
    expect(areaAt(buildAreaIndex(nested), { longitude: 1, latitude: 1 })).toBe('quarter')
    expect(areaAt(buildAreaIndex(nested.toReversed()), { longitude: 1, latitude: 1 })).toBe('quarter')
  })

  test('in two areas of one depth is in the smaller', () => {
    const overlapping = [block('large', 0, 0, 5), block('small', 4, 4, 2)]
    expect(areaAt(buildAreaIndex(overlapping), { longitude: 4.5, latitude: 4.5 })).toBe('small')
  })

  test('is found though two areas name each other as parent', () => {
    const index = buildAreaIndex([block('hen', 0, 0, 1, 'egg'), block('egg', 5, 5, 1, 'hen')])
    expect(areaAt(index, { longitude: 0.5, latitude: 0.5 })).toBe('hen')
  })
})

test('the box of several parts is around all of them', () => {
  expect(boxOf({ type: 'MultiPolygon', coordinates: [[square(6, 6, 1)], [square(8, 3, 1)]] })).toEqual([6, 3, 9, 7])
})

/** Crossings of a ray to the east, hole or not: odd is inside. */
function crosses(geometry: Geometry, east: number, north: number): boolean {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const edges = rings.flatMap((ring) => ring.slice(1).map((to, at) => [ring[at] ?? to, to] as const))
  const crossed = edges.filter(([[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]]) => {
    return y1 > north !== y2 > north && east < x1 + ((north - y1) / (y2 - y1)) * (x2 - x1)
  })
  return crossed.length % 2 === 1
}

const fixture = join(process.env.FILO_FIXTURES ?? '../shared/data', 'areas/comuni-citta-metropolitana-genova.geojson')

describe.skipIf(!existsSync(fixture))('real boundaries (skipped where the fixture is not present)', () => {
  const load = () => {
    const parsed = parseAreas(JSON.parse(readFileSync(fixture, 'utf8')), { name: 'name', code: 'com_istat_code' })
    if (!parsed.ok) throw new Error(parsed.refusal)
    return parsed.value.map(({ name, geometry }) => area(name, geometry))
  }

  test('are read, one for each municipality', () => expect(load()).toHaveLength(67))

  test.each([
    [8.9341, 44.4073, 'Genova'],
    [9.2297, 44.3482, 'Rapallo'],
    [8.9, 44.2, null],
  ])('tell where %d, %d lies', (longitude, latitude, name) => {
    expect(areaAt(buildAreaIndex(load()), { longitude, latitude })).toBe(name)
  })

  test('give what counting crossings gives', () => {
    const areas = load()
    const index = buildAreaIndex(areas)
    const [longitudes, latitudes] = [
      fc.double({ min: 8.57, max: 9.58, noNaN: true }),
      fc.double({ min: 44.2, max: 44.68, noNaN: true }),
    ]
    fc.assert(
      fc.property(longitudes, latitudes, (longitude, latitude) => {
        const holding = areas.filter(({ geometry }) => crosses(geometry, longitude, latitude)).map(({ id }) => id)
        expect(holding.length === 0 ? [null] : holding).toContain(areaAt(index, { longitude, latitude }))
      }),
      { numRuns: 500 },
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAreas } from './parse-areas.ts'

const names = { name: 'NOME', code: 'COD' }
const ring = [
  [8, 44],
  [9, 44],
  [9, 45],
  [8, 44],
]
const polygon = { type: 'Polygon', coordinates: [ring] }
const feature = (geometry: unknown, properties: unknown = { NOME: 'Centro', COD: 'C1' }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const parse = (geojson: unknown) => parseAreas(geojson, names)

test.each([
  ['a polygon', polygon],
  ['a polygon with a hole', { type: 'Polygon', coordinates: [ring, ring] }],
  ['several polygons', { type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] }],
])('takes %s as it is', (_, geometry) => {
  expect(parse(collection(feature(geometry)))).toEqual({ ok: true, value: [{ code: 'C1', name: 'Centro', geometry }] })
})

test('drops heights, trims names and takes numbers for codes', () => {
  const high = { type: 'Polygon', coordinates: [ring.map((point) => [...point, 120])] }
  const parsed = parse(collection(feature(high, { NOME: ' Centro ', COD: 10025, other: true })))
  expect(parsed).toEqual({ ok: true, value: [{ code: '10025', name: 'Centro', geometry: polygon }] })
})

const shifted = (east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [ring.map(([x = 0, y = 0]) => [x + east, y + north])],
})

test.each([
  ['not_geojson', 'nothing', null],
  ['not_geojson', 'a text', '{"type":"FeatureCollection"}'],
  ['not_geojson', 'a feature alone', feature(polygon)],
  ['not_geojson', 'a collection without a list', { type: 'FeatureCollection', features: {} }],
  ['not_geojson', 'something else in the list', collection(polygon)],
  ['not_geojson', 'a polygon without rings', collection(feature({ type: 'Polygon', coordinates: [] }))],
  ['not_geojson', 'a polygon without coordinates', collection(feature({ type: 'Polygon' }))],
  ['not_geojson', 'rings one level too deep', collection(feature({ type: 'Polygon', coordinates: [[ring]] }))],
  ['not_geojson', 'coordinates that are texts', collection(feature({ type: 'Polygon', coordinates: [[['8', '44']]] }))],
  ['not_geojson', 'coordinates that are no numbers', collection(feature(shifted(Number.NaN, 0)))],
  ['no_areas', 'an empty collection', collection()],
  ['unnamed', 'no properties', collection(feature(polygon, null))],
  ['unnamed', 'an empty name', collection(feature(polygon, { NOME: ' ', COD: 'C1' }))],
  ['unnamed', 'no code', collection(feature(polygon, { NOME: 'Centro' }))],
  ['not_polygons', 'a point', collection(feature({ type: 'Point', coordinates: [8, 44] }))],
  ['not_polygons', 'a feature without a place', collection(feature(null))],
  ['not_polygons', 'a point after a polygon', collection(feature(polygon), feature({ type: 'Point', coordinates: [8, 44] }))],
  ['ring_open', 'a ring that does not close', collection(feature({ type: 'Polygon', coordinates: [[...ring, [8.5, 44]]] }))],
  ['ring_open', 'a ring without an inside', collection(feature({ type: 'Polygon', coordinates: [[ring[0], ring[1], ring[0]]] }))],
  ['outside_world', 'metres instead of degrees', collection(feature(shifted(490_000, 4_900_000)))],
  ['outside_world', 'a latitude beyond the pole', collection(feature(shifted(0, 46)))],
  ['code_twice', 'two areas with one code', collection(feature(polygon), feature(polygon))],
] as const)('refuses %s: %s', (refusal, _, geojson) => expect(parse(geojson)).toEqual({ ok: false, refusal }))

test('whatever comes is answered', () => {
  const geometries = fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon'), coordinates: fc.anything() })
  fc.assert(
    fc.property(fc.oneof(fc.anything(), geometries), (anything) => {
      expect(typeof parse(anything).ok).toBe('boolean')
      expect(typeof parse(collection(feature(anything))).ok).toBe('boolean')
    }),
  )
})

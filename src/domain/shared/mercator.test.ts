import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from './distance.ts'
import { fromMercator, groundMetres, halfWorld, toMercator } from './mercator.ts'

const places = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
})

test('a place goes to metres and back', () => {
  fc.assert(
    fc.property(places, (place) => {
      const back = fromMercator(toMercator(place))
      expect(back.longitude).toBeCloseTo(place.longitude, 9)
      expect(back.latitude).toBeCloseTo(place.latitude, 9)
    }),
  )
})

test.each([
  [0, 0, 0, 0],
  [180, 85.0511287798066, halfWorld, halfWorld],
  [-180, -85.0511287798066, -halfWorld, -halfWorld],
  [9, 90, 1_001_875.417, halfWorld],
  [9, -90, 1_001_875.417, -halfWorld],
  [12.4922, 41.8902, 1_390_625.343, 5_144_546.1],
])('%d, %d lies where EPSG:3857 says', (longitude, latitude, x, y) => {
  const point = toMercator({ longitude, latitude })
  expect(Math.abs(point.x - x)).toBeLessThan(0.01)
  expect(Math.abs(point.y - y)).toBeLessThan(0.01)
})

test('metres of the map are shorter on the ground', () => {
  const [a, b] = [
    { longitude: 9, latitude: 44.4 },
    { longitude: 9.01, latitude: 44.4 },
  ]
  const onMap = toMercator(b).x - toMercator(a).x
  expect(Math.abs(groundMetres(onMap, 44.4) / distance(a, b) - 1)).toBeLessThan(0.005)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, cellsOfTile, placeOfTile, tileOf } from './cell.ts'
import { distance } from './distance.ts'
import { fromMercator, groundMetres, toMercator } from './mercator.ts'
import { parsePlace } from './parse-place.ts'

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

test('a cell fits a number exactly and lies in the range of its tile at every zoom', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 24 }), (place, zoom) => {
      const cell = cellOf(place)
      expect(Number.isSafeInteger(cell)).toBe(true)
      const { x, y } = tileOf(place, zoom)
      const { from, before } = cellsOfTile(zoom, x, y)
      expect(cell).toBeGreaterThanOrEqual(from)
      expect(cell).toBeLessThan(before)
    }),
  )
})

test('the middle of a tile lies in the tile', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 22 }), (place, zoom) => {
      const code = Math.floor(cellOf(place) / 4 ** (24 - zoom))
      expect(tileOf(placeOfTile(code, zoom), zoom)).toEqual(tileOf(place, zoom))
    }),
  )
})

test.each([
  [
    { longitude: -180, latitude: 90 },
    { x: 0, y: 0 },
  ],
  [
    { longitude: 180, latitude: -90 },
    { x: 15, y: 15 },
  ],
  [
    { longitude: 8.9341, latitude: 44.4073 },
    { x: 8, y: 5 },
  ],
])('the edges of the world and a place between have their tile at zoom 4', (place, tile) =>
  expect(tileOf(place, 4)).toEqual(tile),
)

test('metres of the map are shorter on the ground', () => {
  const [a, b] = [
    { longitude: 9, latitude: 44.4 },
    { longitude: 9.01, latitude: 44.4 },
  ]
  const onMap = toMercator(b).x - toMercator(a).x
  expect(Math.abs(groundMetres(onMap, 44.4) / distance(a, b) - 1)).toBeLessThan(0.005)
})

test.each([
  ['8.93', '44.4', { longitude: 8.93, latitude: 44.4 }],
  ['8,93', '44,4', { longitude: 8.93, latitude: 44.4 }],
  ['-0', '0', { longitude: -0, latitude: 0 }],
  ['181', '44', null],
  ['8.9', '90.1', null],
  ['', '44', null],
  ['NaN', '44', null],
  ['Infinity', '44', null],
  ['8.9e1', '44', null],
  [null, undefined, null],
])('reads %s, %s', (longitude, latitude, place) => expect(parsePlace(longitude, latitude)).toEqual(place))

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf, cellsOfTile, finestZoom, tileOf } from './cell.ts'
import { fromMercator, halfWorld } from './mercator.ts'

const places = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
})
const tiles = fc
  .integer({ min: 0, max: finestZoom })
  .chain((zoom) => fc.tuple(fc.constant(zoom), fc.nat(2 ** zoom - 1), fc.nat(2 ** zoom - 1)))

/** The Morton code bit by bit, slow and plain. */
function morton(x: number, y: number): number {
  const bits = Array.from({ length: finestZoom }, (_, bit) => [(x >> bit) & 1, (y >> bit) & 1] as const)
  return bits.reduce((code, [east, south], bit) => code + east * 4 ** bit + south * 2 * 4 ** bit, 0)
}

describe('a cell', () => {
  test('fits a number exactly and lies in the range of its tile at every zoom', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: finestZoom }), (place, zoom) => {
        const cell = cellOf(place)
        expect(Number.isInteger(cell) && cell >= 0 && cell < 2 ** 48).toBe(true)
        const { x, y } = tileOf(place, zoom)
        const { from, before } = cellsOfTile(zoom, x, y)
        expect(cell).toBeGreaterThanOrEqual(from)
        expect(cell).toBeLessThan(before)
      }),
    )
  })

  test('names the bits of its column and row in turn', () => {
    fc.assert(
      fc.property(tiles, ([zoom, x, y]) => {
        expect(cellsOfTile(zoom, x, y).from).toBe(morton(x, y) * 4 ** (finestZoom - zoom))
      }),
    )
  })

  test.each([
    ['north-west', -180, 90, 0],
    ['north-east', 180, 90, (2 ** 48 - 1) / 3],
    ['south-west', -180, -90, ((2 ** 48 - 1) / 3) * 2],
    ['south-east', 180, -90, 2 ** 48 - 1],
    ['south-east edge of the square', 180, -85.0511287798066, 2 ** 48 - 1],
  ])('of the %s corner of the world is the corner’s', (_, longitude, latitude, cell) => {
    expect(cellOf({ longitude, latitude })).toBe(cell)
  })
})

describe('a tile', () => {
  test('is the four tiles below it, one after the other, without gap or overlap', () => {
    fc.assert(
      fc.property(tiles, ([zoom, x, y]) => {
        fc.pre(zoom < finestZoom)
        const [east, south] = [2 * x + 1, 2 * y + 1]
        const quarters = [cellsOfTile(zoom + 1, 2 * x, 2 * y), cellsOfTile(zoom + 1, east, 2 * y)]
        const below = [...quarters, cellsOfTile(zoom + 1, 2 * x, south), cellsOfTile(zoom + 1, east, south)]
        const whole = cellsOfTile(zoom, x, y)
        expect([whole.from, ...below.map(({ before }) => before)]).toEqual([...below.map(({ from }) => from), whole.before])
      }),
    )
  })

  test('has its middle in itself, at every zoom and to the edges of the world', () => {
    fc.assert(
      fc.property(tiles, ([zoom, x, y]) => {
        const width = (2 * halfWorld) / 2 ** zoom
        const middle = fromMercator({ x: (x + 0.5) * width - halfWorld, y: halfWorld - (y + 0.5) * width })
        expect(tileOf(middle, zoom)).toEqual({ x, y })
      }),
    )
  })

  test.each([
    [-180, 90, 4, { x: 0, y: 0 }],
    [180, -90, 4, { x: 15, y: 15 }],
    [8.9341, 44.4073, 4, { x: 8, y: 5 }],
    [8.9341, 44.4073, 0, { x: 0, y: 0 }],
    [12.4922, 41.8902, 16, { x: 35042, y: 24354 }],
  ])('that holds %d, %d at zoom %d', (longitude, latitude, zoom, tile) => {
    expect(tileOf({ longitude, latitude }, zoom)).toEqual(tile)
  })
})

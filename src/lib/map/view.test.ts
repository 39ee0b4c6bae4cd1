import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxOfView, metresPerPixel, pixelOf, pointOfClick, type View, viewOfBox, zooms } from './view.ts'

const view: View = { centre: { longitude: 8.93, latitude: 44.41 }, zoom: 16, width: 400, height: 300 }

const views = fc.record({
  centre: fc.record({
    longitude: fc.double({ min: -170, max: 170, noNaN: true }),
    latitude: fc.double({ min: -75, max: 75, noNaN: true }),
  }),
  zoom: fc.integer({ min: 8, max: 19 }),
  width: fc.integer({ min: 50, max: 1200 }),
  height: fc.integer({ min: 50, max: 1200 }),
})

describe('a click on a picture of the map', () => {
  test('in the middle is the middle', () => {
    const place = pointOfClick(view, 200, 150)
    expect(place.longitude).toBeCloseTo(8.93, 9)
    expect(place.latitude).toBeCloseTo(44.41, 9)
  })

  test.each([
    ['to the right lies east', 300, 150, 1, 0],
    ['to the left lies west', 100, 150, -1, 0],
    ['above lies north', 200, 50, 0, 1],
    ['below lies south', 200, 250, 0, -1],
  ])('%s', (_, x, y, east, north) => {
    const place = pointOfClick(view, x, y)
    const way = (difference: number) => (Math.abs(difference) < 1e-9 ? 0 : Math.sign(difference))
    expect([way(place.longitude - 8.93), way(place.latitude - 44.41)]).toEqual([east, north])
  })

  test('comes back to its pixel, wherever the view is', () => {
    fc.assert(
      fc.property(
        views,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (any, east, south) => {
          const [x, y] = [east * any.width, south * any.height]
          const pixel = pixelOf(any, pointOfClick(any, x, y))
          expect(pixel.x).toBeCloseTo(x, 3)
          expect(pixel.y).toBeCloseTo(y, 3)
        },
      ),
    )
  })
})

test('a pixel shows half as much a zoom nearer', () => {
  expect(metresPerPixel(0)).toBeCloseTo(156_543.03, 1)
  expect(metresPerPixel(11) / metresPerPixel(12)).toBeCloseTo(2, 9)
})

test('the view of a box shows all of it and is not much wider', () => {
  fc.assert(
    fc.property(views, (any) => {
      const box = boxOfView(any)
      const found = viewOfBox(box, any.width, any.height)
      const shown = boxOfView(found)
      expect(shown[0]).toBeLessThanOrEqual(box[0] + 1e-9)
      expect(shown[1]).toBeLessThanOrEqual(box[1] + 1e-9)
      expect(shown[2]).toBeGreaterThanOrEqual(box[2] - 1e-9)
      expect(shown[3]).toBeGreaterThanOrEqual(box[3] - 1e-9)
      expect(found.zoom).toBeGreaterThanOrEqual(Math.min(any.zoom, zooms.street) - 0.26)
    }),
  )
})

test('the view of a single point is a street', () => {
  expect(viewOfBox([9, 44, 9, 44], 300, 300)).toMatchObject({ zoom: zooms.street, centre: { longitude: 9 } })
})

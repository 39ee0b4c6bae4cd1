import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from './distance.ts'
import { type Line, metresToLine, placeAlong } from './line.ts'

const bent: Line = [
  [9, 44],
  [9.01, 44],
  [9.01, 44.01],
]

test.each([
  [0, { longitude: 9, latitude: 44 }],
  [1, { longitude: 9.01, latitude: 44.01 }],
  [-3, { longitude: 9, latitude: 44 }],
  [7, { longitude: 9.01, latitude: 44.01 }],
])('share %d of a line is one of its ends', (share, place) => {
  const at = placeAlong(bent, share)
  expect(at?.longitude).toBeCloseTo(place.longitude, 9)
  expect(at?.latitude).toBeCloseTo(place.latitude, 9)
})

test('half way is measured along the ground, round the bend', () => {
  const at = placeAlong(bent, 0.5)
  expect(at?.longitude).toBeCloseTo(9.01, 4)
  expect(at?.latitude).toBeGreaterThan(44)
})

test('a line of one point is that point, a line of none is nowhere', () => {
  expect(placeAlong([[9, 44]], 0.4)).toEqual({ longitude: 9, latitude: 44 })
  expect(placeAlong([], 0.4)).toBeNull()
  expect(metresToLine([[9, 44]], { longitude: 9, latitude: 44 })).toBe(0)
})

test('a place beside the middle of a long piece is near the line though far from its points', () => {
  const metres = metresToLine(bent, { longitude: 9.005, latitude: 44.0001 })
  expect(metres).toBeCloseTo(distance({ longitude: 9, latitude: 44 }, { longitude: 9, latitude: 44.0001 }), 0)
})

test('every place along a line lies on it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const at = placeAlong(bent, share)
      expect(at && metresToLine(bent, at)).toBeLessThan(0.1)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from './distance.ts'

const place = (longitude: number, latitude: number) => ({ longitude, latitude })

test.each([
  ['a place and itself', place(9, 44), place(9, 44), 0],
  ['a degree of the equator', place(0, 0), place(1, 0), 111_195],
  ['a degree of a meridian', place(9, 44), place(9, 45), 111_195],
  ['the two sides of the date line', place(179.999, 0), place(-179.999, 0), 222],
  ['the poles', place(0, 90), place(120, -90), 20_015_114],
  ['a pole whatever its longitude', place(0, 90), place(120, 90), 0],
])('between %s', (_, a, b, metres) => expect(Math.round(distance(a, b))).toBe(metres))

test('is the same both ways, never negative, never more than half way round the earth', () => {
  const places = fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  })
  fc.assert(
    fc.property(places, places, (a, b) => {
      const metres = distance(a, b)
      expect(metres).toBeCloseTo(distance(b, a), 6)
      expect(metres).toBeGreaterThanOrEqual(0)
      expect(metres).toBeLessThan(20_015_115)
    }),
  )
})

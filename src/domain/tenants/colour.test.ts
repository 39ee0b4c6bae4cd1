import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, isColour, leastContrast, readable, toColour, toHex } from './colour.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#005d6b', '#ffffff', 7.56],
  ['#ffffff', '#ffffff', 1],
])('the contrast of %s and %s is %d', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 1)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

test.each([
  ['#aa00cc', true],
  ['#AA00CC', false],
  ['red', false],
  ['#abc', false],
])('%s is a colour: %s', (text, yes) => expect(isColour(text)).toBe(yes))

test('a colour is the same there and back', () => {
  fc.assert(
    fc.property(hex, (one) => {
      expect(toHex(toColour(one))).toBe(one)
    }),
  )
})

test('what is offered instead can be read, and is the colour itself where that can', () => {
  fc.assert(
    fc.property(hex, (one) => {
      const offered = readable(one)
      expect(contrast(offered, '#ffffff')).toBeGreaterThanOrEqual(leastContrast)
      if (contrast(one, '#ffffff') >= leastContrast) expect(offered).toBe(one)
    }),
  )
})

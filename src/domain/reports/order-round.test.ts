import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance } from '../shared/distance.ts'
import type { Place } from '../shared/place.ts'
import { orderGroups, orderRound } from './order-round.ts'

type Named = { readonly id: string; readonly place: Place }
const at = (id: string, east: number, north: number): Named => ({
  id,
  place: { longitude: 9 + east / 1000, latitude: 44 + north / 1000 },
})
const ids = (stops: readonly Named[]) => stops.map(({ id }) => id).join('')
const length = (stops: readonly Named[]) =>
  stops.slice(1).reduce((sum, stop, n) => sum + distance(stops[n]?.place ?? stop.place, stop.place), 0)

describe('a round', () => {
  test.each([
    ['nothing', [], ''],
    ['one stop', [at('a', 0, 0)], 'a'],
    ['a street, begun at its end', [at('a', 0, 0), at('c', 2, 0), at('b', 1, 0), at('d', 3, 0)], 'abcd'],
    ['a square without crossing', [at('a', 0, 0), at('c', 1, 1), at('b', 1, 0), at('d', 0, 1)], 'abcd'],
  ] as const)('of %s', (_, stops, expected) => {
    const found = ids(orderRound(stops))
    expect([expected, expected.at(0) + [...expected.slice(1)].reverse().join('')]).toContain(found)
  })

  test('begins nearest to its start', () => {
    expect(ids(orderRound([at('a', 0, 0), at('b', 1, 0), at('c', 2, 0)], { longitude: 9.01, latitude: 44 }))).toBe('cba')
  })

  test('visits each stop once and is never longer than the order it was given in', () => {
    const stop = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
    fc.assert(
      fc.property(fc.array(stop, { maxLength: 12 }), (points) => {
        const stops = points.map(([east, north], n) => at(String(n), east, north))
        const round = orderRound(stops)
        expect(round.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(stops)
        expect(length(round)).toBeLessThanOrEqual(length(stops) + 1)
      }),
    )
  })
})

test('groups follow where the one before ended', () => {
  const stops = [at('a', 0, 0), at('z', 30, 0), at('b', 1, 0), at('m', 10, 0), at('n', 11, 0)]
  const groups = orderGroups(stops, ({ id }) => (id < 'c' ? 'west' : id < 'p' ? 'middle' : 'east'))
  expect(groups.map(([key, round]) => [key, ids(round)])).toEqual([
    ['west', 'ab'],
    ['middle', 'mn'],
    ['east', 'z'],
  ])
})

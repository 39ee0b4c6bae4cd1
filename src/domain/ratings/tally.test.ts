import { expect, test } from 'vitest'
import { averageOf, nothingRated, ratingsIn, sumTallies } from './tally.ts'

const some = { stars: [1, 0, 0, 0, 3], answers: [2, 0, 0, 0, 1, 0, 1, 0, 0, 0] }

test('tallies add up, star by star and answer by answer', () =>
  expect(sumTallies([some, some])).toEqual({ stars: [2, 0, 0, 0, 6], answers: [4, 0, 0, 0, 2, 0, 2, 0, 0, 0] }))

test.each([
  ['nothing', nothingRated, 0, null],
  ['one of one star and three of five', some, 4, 4],
])('%s', (_, tally, rated, average) => {
  expect(ratingsIn(tally)).toBe(rated)
  expect(averageOf(tally)).toBe(average)
})

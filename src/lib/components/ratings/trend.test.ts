import { expect, test } from 'vitest'
import { drawTrend, trendSize } from './trend.ts'

test('five stars stand above one, and whoever nobody rated breaks the line', () => {
  const { line, spots, marks, columns } = drawTrend([
    { rated: 10, average: 5 },
    { rated: 5, average: 1 },
    { rated: 0, average: null },
    { rated: 10, average: 3 },
  ])
  expect(marks.map(({ y }) => y)).toEqual([12, 62, 112])
  expect(spots.map(({ y }) => y)).toEqual([12, 112, 62])
  expect(line).toMatch(/^M[\d.]+ 12L[\d.]+ 112M[\d.]+ 62$/)
  expect(columns.map(({ height }) => height)).toEqual([56, 28, 0, 56])
})

test.each([0, 1, 12, 60, 120])('%d steps stay within the drawing', (n) => {
  const { columns } = drawTrend(Array.from({ length: n }, () => ({ rated: 3, average: 4 })))
  for (const { x, y, width, height } of columns) {
    expect(x).toBeGreaterThanOrEqual(trendSize.left)
    expect(x + width).toBeLessThanOrEqual(trendSize.width)
    expect(y + height).toBeLessThanOrEqual(trendSize.height)
  }
})

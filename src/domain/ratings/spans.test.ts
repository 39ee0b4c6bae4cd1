import { describe, expect, test } from 'vitest'
import { spansOf } from './spans.ts'

const today = '2026-05-11'
const months = (first: string, end: string) => ({ first, end })

describe('a period is counted by whole months and single days', () => {
  test.each([
    ['a year up to today', '2025-06-01', today, months('2025-06-01', '2026-06-01'), []],
    ['whole months', '2026-02-01', '2026-03-31', months('2026-02-01', '2026-04-01'), []],
    [
      'with days at both ends',
      '2026-01-15',
      '2026-04-10',
      months('2026-02-01', '2026-04-01'),
      [
        { from: '2026-01-15', to: '2026-01-31' },
        { from: '2026-04-01', to: '2026-04-10' },
      ],
    ],
    ['within a month', '2026-02-03', '2026-02-20', null, [{ from: '2026-02-03', to: '2026-02-20' }]],
    ['over the end of one', '2026-02-20', '2026-03-02', null, [{ from: '2026-02-20', to: '2026-03-02' }]],
    ['up to a day to come', '2026-05-01', '2026-07-15', months('2026-05-01', '2026-08-01'), []],
  ])('%s', (_, from, to, expected, days) => expect(spansOf({ from, to }, today)).toEqual({ months: expected, days }))
})

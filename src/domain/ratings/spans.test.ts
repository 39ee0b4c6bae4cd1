import { describe, expect, test } from 'vitest'
import { spansOf } from './spans.ts'

const today = '2026-05-11'
const whole = (first: string, end: string) => ({ first, end })

describe('a period is counted by whole months or weeks and single days', () => {
  test.each([
    ['a year up to today', '2025-06-01', today, whole('2025-06-01', '2026-06-01'), []],
    ['whole months', '2026-02-01', '2026-03-31', whole('2026-02-01', '2026-04-01'), []],
    [
      'with days at both ends',
      '2026-01-15',
      '2026-04-10',
      whole('2026-02-01', '2026-04-01'),
      [
        { from: '2026-01-15', to: '2026-01-31' },
        { from: '2026-04-01', to: '2026-04-10' },
      ],
    ],
    ['within a month', '2026-02-03', '2026-02-20', null, [{ from: '2026-02-03', to: '2026-02-20' }]],
    ['over the end of one', '2026-02-20', '2026-03-02', null, [{ from: '2026-02-20', to: '2026-03-02' }]],
    ['up to a day to come', '2026-05-01', '2026-07-15', whole('2026-05-01', '2026-08-01'), []],
  ])('%s', (_, from, to, expected, days) => expect(spansOf({ from, to }, today, 'month')).toEqual({ whole: expected, days }))

  test.each([
    ['whole weeks', '2026-04-06', '2026-04-19', whole('2026-04-06', '2026-04-20'), []],
    ['up to today, a Monday', '2026-04-01', today, whole('2026-04-06', '2026-05-18'), [{ from: '2026-04-01', to: '2026-04-05' }]],
    ['within a week', '2026-04-07', '2026-04-09', null, [{ from: '2026-04-07', to: '2026-04-09' }]],
    [
      'over the end of a year',
      '2025-12-29',
      '2026-01-05',
      whole('2025-12-29', '2026-01-05'),
      [{ from: '2026-01-05', to: '2026-01-05' }],
    ],
  ])('%s', (_, from, to, expected, days) => expect(spansOf({ from, to }, today, 'week')).toEqual({ whole: expected, days }))
})

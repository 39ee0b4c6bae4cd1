import { describe, expect, test } from 'vitest'
import type { OfficeId } from '../shared/id.ts'
import { comparedPeriod, readResultsFilter, stepsOf } from './results-filter.ts'

const offices = new Map([['urp', '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as OfficeId]])
const read = (search: string) => readResultsFilter(new URLSearchParams(search), '2026-05-11', offices)

describe('what an address asks of the results', () => {
  test('is twelve months with the present one, by month, against the time before, unless it says otherwise', () =>
    expect(read('')).toEqual({
      from: '2025-06-01',
      to: '2026-05-11',
      kind: null,
      office: null,
      subject: null,
      step: 'month',
      comparison: 'before',
      order: 'most',
    }))

  test.each([
    ['dal=2026-01-05&al=2026-02-01', { from: '2026-01-05', to: '2026-02-01' }],
    ['al=2026-02-01', { from: '2025-03-01', to: '2026-02-01' }],
    ['dal=2026-06-01', { from: '2025-06-01', to: '2026-05-11' }],
    ['dal=1901-01-01', { from: '2016-05-11' }],
    ['dal=2026-02-30&al=ieri', { from: '2025-06-01', to: '2026-05-11' }],
    ['tipo=office&ufficio=urp', { kind: 'office', office: offices.get('urp') }],
    ['tipo=x&ufficio=x&oggetto=x&ordine=x', { kind: null, office: null, subject: null, order: 'most' }],
    ['oggetto=019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', { subject: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }],
    ['passo=week&confronto=year&ordine=worst', { step: 'week', comparison: 'year', order: 'worst' }],
    ['passo=week&dal=2024-01-01', { step: 'month' }],
  ])('%s', (search, expected) => expect(read(search)).toMatchObject(expected))
})

test.each([
  ['before', { from: '2026-02-04', to: '2026-03-05' }],
  ['year', { from: '2025-03-06', to: '2025-04-04' }],
  ['none', null],
] as const)('30 days from 6 March are compared (%s) with', (comparison, expected) =>
  expect(comparedPeriod({ from: '2026-03-06', to: '2026-04-04', comparison })).toEqual(expected),
)

test.each([
  ['2026-02-28', '2026-02-28', 'month', ['2026-02-01']],
  ['2025-12-31', '2026-02-01', 'month', ['2025-12-01', '2026-01-01', '2026-02-01']],
  ['2026-03-29', '2026-04-06', 'week', ['2026-03-23', '2026-03-30', '2026-04-06']],
] as const)('from %s to %s there are by %s', (from, to, step, expected) => expect(stepsOf({ from, to }, step)).toEqual(expected))

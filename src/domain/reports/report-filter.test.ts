import { describe, expect, test } from 'vitest'
import type { AccountId, AreaId, AuthorId, CategoryId, OfficeId } from '../shared/id.ts'
import { sortOf } from './list-look.ts'
import { deadFields, everything, impersonal, type Named, narrowing, type ReportFilter } from './report-filter.ts'

const [category, area, office, person] = ['c' as CategoryId, 'a' as AreaId, 'o' as OfficeId, 'p' as AccountId]
const there: Named = {
  categories: new Map([[category, { active: true }]]),
  areas: new Map([[area, {}]]),
  offices: new Map([[office, { active: true }]]),
  people: new Set([person]),
}
const closed: Named = {
  ...there,
  categories: new Map([[category, { active: false }]]),
  offices: new Map([[office, { active: false }]]),
}
const gone: Named = { categories: new Map(), areas: new Map(), offices: new Map(), people: new Set() }
const naming: ReportFilter = { ...everything, category, area, office, observer: office, person, recordedBy: person }

test('rows without anything personal are narrowed by nothing by which one could be told', () => {
  const kept = { stages: ['worked' as const], category, area, office, from: '2026-01-01', to: '2026-02-01' }
  const box: ReportFilter['box'] = [9, 44, 9.1, 44.1]
  const asked: ReportFilter = {
    ...naming,
    ...kept,
    bucket: 'late',
    text: 'Rossi',
    person: 'me',
    box,
    author: 'x' as AuthorId,
    group: 7,
  }
  expect(impersonal(asked)).toEqual({ ...everything, ...kept })
})

describe('a filter that names something', () => {
  test.each([
    ['all is there', naming, there, []],
    ['category and office are no longer used', naming, closed, ['category', 'office', 'observer']],
    ['nothing is there any more', naming, gone, ['category', 'area', 'office', 'observer', 'person', 'recordedBy']],
    ['oneself and nobody are always there', { ...everything, person: 'me' }, gone, []],
    ['it names nothing', everything, gone, []],
  ] as const)('%s', (_, filter, named, dead) => {
    expect(deadFields(filter, named)).toEqual(dead)
  })
})

test.each([
  [{}, []],
  [{ bucket: 'late' }, []],
  [{ stages: ['worked'], text: 'buca', photo: false }, ['stages', 'text', 'photo']],
] as const)('%o narrows by %o', (filter, fields) => {
  expect(narrowing({ ...everything, ...filter })).toEqual(fields)
})

test.each([
  [null, null, 'newest'],
  ['late', null, 'pressing'],
  ['late', 'oldest', 'oldest'],
] as const)('the bucket %s with the order %s goes by %s', (bucket, sort, expected) => {
  expect(sortOf({ ...everything, bucket }, { sort })).toBe(expected)
})

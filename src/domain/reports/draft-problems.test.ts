import { describe, expect, test } from 'vitest'
import { buildAreaIndex } from '../areas/area-index.ts'
import type { Category } from '../categories/category.ts'
import type { AreaId, CategoryId, OfficeId } from '../shared/id.ts'
import { type DraftContent, emptyDraft } from './draft.ts'
import { draftProblems } from './draft-problems.ts'

const category = (id: string, more: Partial<Category> = {}): Category => ({
  id: id as CategoryId,
  parent: null,
  code: id,
  name: { it: id },
  description: { it: id },
  kinds: ['problem', 'proposal'],
  keywords: [],
  office: 'office' as OfficeId,
  officesMayReply: false,
  likeMetres: 150,
  firstReply: { amount: 1, unit: 'working_days' },
  resolution: { amount: 1, unit: 'working_days' },
  active: true,
  questions: [],
  ...more,
})
const question = { code: 'pole', label: { it: 'Palo' }, type: 'text', required: true, options: [] } as const
const all = [
  category('streets'),
  category('pothole', { parent: 'streets' as CategoryId }),
  category('lamp', { parent: 'streets' as CategoryId, questions: [question] }),
  category('old', { active: false }),
]
const ring = [
  [9, 44],
  [9.2, 44],
  [9.2, 44.1],
  [9, 44.1],
  [9, 44],
]
const areas = [{ id: 'area' as AreaId, parent: null, geometry: { type: 'Polygon' as const, coordinates: [ring] } }]
const rules = {
  kinds: ['problem', 'proposal'],
  categories: new Map(all.map((one) => [one.id, one])),
  areaIndex: buildAreaIndex(areas),
  hasAreas: true,
  anonymousReports: false,
} as const
const whole: DraftContent = {
  ...emptyDraft('problem'),
  category: 'pothole' as CategoryId,
  title: 'Buca',
  description: 'Una buca.',
  place: { longitude: 9.1, latitude: 44.05 },
  firstName: 'Ada',
  lastName: 'Verdi',
  email: 'ada@example.org',
  consent: false,
}

describe('a draft', () => {
  test('that is whole has no problem', () => expect(draftProblems(whole, rules)).toEqual([]))

  test('that is empty says everything that is missing, in the order of the form', () =>
    expect(draftProblems(emptyDraft('problem'), rules).map(({ field }) => field)).toEqual([
      'place',
      'category',
      'title',
      'description',
      'firstName',
      'lastName',
      'email',
      'consent',
    ]))

  test('that is a proposal may be about no place', () =>
    expect(draftProblems({ ...whole, kind: 'proposal', place: null }, rules)).toEqual([]))

  test('needs no name where the body takes anonymous reports', () =>
    expect(draftProblems({ ...whole, firstName: '', lastName: '', email: '' }, { ...rules, anonymousReports: true })).toEqual([]))

  test.each([
    ['kind', 'kind_not_taken', { kind: 'assistance' }],
    ['place', 'place_missing', { place: null }],
    ['place', 'place_outside', { place: { longitude: 10, latitude: 44.05 } }],
    ['place', 'place_not_chosen', { search: 'via' }],
    ['place', 'address_too_long', { address: 'x'.repeat(201), search: 'x'.repeat(201) }],
    ['category', 'category_missing', { category: null }],
    ['category', 'category_unknown', { category: 'streets' }],
    ['category', 'category_unknown', { category: 'old' }],
    ['answer.pole', 'answer_missing', { category: 'lamp' }],
    ['answer.pole', 'answer_too_long', { category: 'lamp', answers: { pole: ['x'.repeat(501)] } }],
    ['title', 'title_missing', { title: ' ' }],
    ['title', 'title_too_long', { title: 'x'.repeat(121) }],
    ['description', 'description_missing', { description: '' }],
    ['description', 'description_too_long', { description: 'x'.repeat(2001) }],
    ['firstName', 'first_name_missing', { firstName: '' }],
    ['firstName', 'name_too_long', { firstName: 'x'.repeat(81) }],
    ['lastName', 'last_name_missing', { lastName: '' }],
    ['lastName', 'name_too_long', { lastName: 'x'.repeat(81) }],
    ['email', 'email_missing', { email: '' }],
    ['email', 'email_wrong', { email: 'ada@example' }],
    ['phone', 'phone_wrong', { phone: '12' }],
    ['consent', 'consent_missing', { consent: null }],
  ] as const)('%s: %s', (field, refusal, wanted) => {
    const content = { ...whole, ...wanted } as DraftContent
    expect(draftProblems(content, rules)).toContainEqual({ field, refusal })
  })
})

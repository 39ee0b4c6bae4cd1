import { expect, test } from 'vitest'
import type { Category } from '../categories/category.ts'
import type { Actor } from '../people/actor.ts'
import type { AccountId, AttachmentId, CategoryId, OfficeId, ReportId } from '../shared/id.ts'
import { fakeReport } from './report.fake.ts'
import { decideSplit, goesAlong, mostParts, type Part, partOf, partProblems } from './split-report.ts'

const desk: Actor = { kind: 'staff', account: 'd' as AccountId, memberships: [{ role: 'desk', office: null }] }
const manager: Actor = {
  kind: 'staff',
  account: 'm' as AccountId,
  memberships: [{ role: 'office_manager', office: 'roads' as OfficeId }],
}
const tree: Category = {
  id: 'tree' as CategoryId,
  parent: null,
  code: 'tree',
  name: { it: 'Albero' },
  description: { it: '' },
  kinds: ['problem'],
  keywords: [],
  office: 'parks' as OfficeId,
  officesMayReply: false,
  firstReply: { amount: 2, unit: 'working_days' },
  resolution: { amount: 10, unit: 'working_days' },
  likeMetres: 150,
  active: true,
  questions: [],
}
const known = {
  categories: new Map([[tree.id, tree]]),
  offices: new Map([
    ['parks' as OfficeId, { active: true }],
    ['old' as OfficeId, { active: false }],
  ]),
  files: ['f' as AttachmentId],
}
const part = (more: Partial<Part> = {}): Part => ({
  category: tree.id,
  office: null,
  title: 'Albero',
  description: 'Cade',
  files: [],
  ...more,
})

test.each([
  ['not_yours', fakeReport(), 1, manager],
  ['wrong_stage', fakeReport({ stage: 'resolved' }), 1, desk],
  ['parts_missing', fakeReport(), 0, desk],
  ['too_many_parts', fakeReport(), mostParts + 1, desk],
] as const)('a report is not split where %s', (refusal, report, parts, by) => {
  const ids = Array.from({ length: parts }, (_, n) => `p${n}` as ReportId)
  expect(decideSplit(report, ids, by)).toEqual({ ok: false, refusal })
})

test('what is wrong with each part is said of that part', () => {
  const parts = [
    part({ title: ' ' }),
    part({ category: null, office: 'old' as OfficeId, files: ['x' as AttachmentId] }),
    part({ category: 'none' as CategoryId, description: '' }),
    part({ office: 'parks' as OfficeId, files: ['f' as AttachmentId] }),
  ]
  expect(partProblems(parts, 'problem', known)).toEqual([
    { part: 0, refusal: 'title_missing' },
    { part: 1, refusal: 'category_missing' },
    { part: 1, refusal: 'office_unknown' },
    { part: 1, refusal: 'no_such_photo' },
    { part: 2, refusal: 'category_unknown' },
    { part: 2, refusal: 'description_missing' },
  ])
})

test('a part keeps author, place, consent and how pressing it is, and says what its part says', () => {
  const place = { longitude: 9, latitude: 44 }
  const whole = fakeReport({ place, priority: 'high', address: 'Via Lunga 1', answers: { danger: 'yes' } })
  const chosen = part({ title: ' Pioppo ', office: 'parks' as OfficeId })
  const kept = { author: 'a', place, address: 'Via Lunga 1', consent: true, priority: 'high', kind: 'problem', channel: 'web' }
  const own = { id: 'p', number: 8, category: tree, office: 'parks', title: 'Pioppo', description: 'Cade', answers: {} }
  expect(partOf(whole, chosen, { id: 'p' as ReportId, number: 8, category: tree })).toMatchObject({ ...kept, ...own })
})

test('only what came from the author goes along with a part', () => {
  const files = [{ fromAuthor: true }, { fromAuthor: false }]
  expect(files.filter(goesAlong)).toEqual([{ fromAuthor: true }])
})

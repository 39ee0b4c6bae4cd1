import { expect, test } from 'vitest'
import type { BodyFileId } from '../files/body-file.ts'
import { blankSheet } from './blank-sheet.ts'
import type { FiledService } from './filed-service.ts'
import { type Catalogue, type FileLine, planImport } from './plan-import.ts'

const some = { it: 'Qualcosa' }
const sheet = {
  ...blankSheet,
  title: { it: 'Passo carrabile' },
  categories: ['ambiente'],
  topics: ['acqua'],
  description: some,
  audience: some,
  howTo: some,
  needed: some,
  achieved: some,
  terms: some,
  costs: some,
  access: some,
  conditionsText: some,
  responseTime: { amount: 30, unit: 'days' },
  offices: [],
  related: [],
  responsible: 'roads',
} as const satisfies FiledService['sheet']
const dearer = { ...sheet, costs: { it: 'Di più' } }
const wanting = { ...sheet, howTo: { it: '' } }

const service = (more: Partial<FiledService> = {}): FiledService => ({
  code: 'passo',
  state: 'published',
  featured: false,
  sheet,
  ...more,
})
const line = (more: Partial<FiledService> = {}, at = 1): FileLine => {
  const one = service(more)
  return { line: at, code: one.code, title: one.sheet.title.it, service: one }
}
const catalogue = (...kept: readonly FiledService[]): Catalogue => ({
  services: new Map(kept.map((one) => [one.code, { service: one, version: 7 }])),
  offices: new Map([
    ['roads', { active: true, address: 'Via Lunga 9, 00100 Prova' }],
    ['old', { active: false, address: null }],
  ]),
  files: new Set(['3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60718' as BodyFileId]),
})
const draft = (of: FiledService['sheet']) => ({ featured: false, sheet: of })
const unpublished = (of: FiledService['sheet']) => service({ state: 'draft', sheet: of })

const [here, gone] = ['3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60718', '3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60719'] as const
const pictureAt = (file: string) => `/file/ente/${file}/large/sportello.jpg`

const outcomes: readonly (readonly [string, FiledService | null, Partial<FiledService>, object])[] = [
  ['a new service is made', null, {}, { does: 'make', after: service(), lacks: [] }],
  ['a new draft is made', null, { state: 'draft' }, { does: 'make', after: { state: 'draft', sheet } }],
  [
    'of two writings of a draft the later is taken',
    null,
    { state: 'draft', draft: draft(dearer) },
    { after: { state: 'draft', sheet: dearer } },
  ],
  [
    'a new one that would fail is made a draft',
    null,
    { sheet: wanting },
    { does: 'make', after: { state: 'draft', sheet: wanting }, lacks: [{ criterion: 'C.SI.1.3', part: 'how_to' }] },
  ],
  [
    'a file that was uploaded is named',
    null,
    { sheet: { ...sheet, picture: { href: pictureAt(here), alt: some } } },
    { does: 'make' },
  ],
  [
    'what is the same in another order is left',
    service({ sheet: { ...sheet, topics: ['acqua', 'aria'] } }),
    { sheet: { ...sheet, topics: ['aria', 'acqua'] } },
    { does: 'leave' },
  ],
  ['what is the same is left', service(), {}, { does: 'leave', lacks: [] }],
  [
    'what differs is changed',
    service(),
    { sheet: dearer },
    { does: 'change', version: 7, changed: ['costs'], after: { sheet: dearer } },
  ],
  ['a file without a draft leaves the draft', service({ draft: draft(dearer) }), {}, { does: 'leave' }],
  [
    'a draft comes beside',
    service(),
    { draft: draft(dearer) },
    { does: 'change', changed: ['draft'], after: { draft: draft(dearer) } },
  ],
  [
    'a draft is changed',
    unpublished(sheet),
    { state: 'draft', sheet: dearer },
    { does: 'change', changed: ['costs'], after: { state: 'draft' } },
  ],
  ['a draft is published', unpublished(sheet), {}, { does: 'change', changed: ['state'], after: { state: 'published' } }],
  [
    'a published one is withdrawn',
    service(),
    { state: 'draft' },
    { does: 'change', changed: ['state'], after: { state: 'draft', sheet } },
  ],
  [
    'what would fail stands beside what everybody reads',
    service(),
    { sheet: wanting },
    { does: 'change', changed: ['draft'], after: { ...service(), draft: draft(wanting) } },
  ],
  ['what would fail and stands there already is left', service({ draft: draft(wanting) }), { sheet: wanting }, { does: 'leave' }],
  [
    'of two writings that cannot be published the later stays',
    null,
    { sheet: wanting, draft: draft(dearer) },
    { after: { state: 'draft', sheet: dearer } },
  ],
]

test.each(outcomes)('%s', (_, kept, more, plan) =>
  expect(planImport([line(more)], kept ? catalogue(kept) : catalogue())[0]).toMatchObject(plan),
)

test.each([
  ['code_wrong', 'code', 'Con Spazi', { code: 'Con Spazi' }],
  ['title_missing', 'title', null, { sheet: { ...sheet, title: { it: ' ' } } }],
  ['text_too_long', 'title', null, { draft: draft({ ...sheet, title: { it: 'x'.repeat(161) } }) }],
  ['office_unknown', 'responsible', 'nowhere', { sheet: { ...sheet, responsible: 'nowhere' } }],
  ['office_unknown', 'offices', 'nowhere', { sheet: { ...sheet, offices: ['roads', 'nowhere'] } }],
  ['file_unknown', 'picture-href', gone, { sheet: { ...sheet, picture: { href: pictureAt(gone), alt: null } } }],
  ['file_unknown', 'howTo', gone, { draft: draft({ ...sheet, howTo: { it: `Vedi ${pictureAt(gone)}` } }) }],
  ['service_unknown', 'related', 'other', { sheet: { ...sheet, related: ['other'] } }],
] as const)('refuses %s beside %s', (refusal, field, value, more) =>
  expect(planImport([line(more)], catalogue())[0]).toMatchObject({ does: 'refuse', refusal, field, value }),
)

test('what the file says wrongly stays refused, and the second of two with one code', () => {
  const refused = { refusal: 'field_missing', field: 'sheet', value: null } as const
  const lines: readonly FileLine[] = [{ line: 3, code: 'a', title: '', refused }, line({}, 5), line({}, 8)]
  expect(planImport(lines, catalogue())).toMatchObject([
    { line: 3, does: 'refuse', ...refused },
    { line: 5, does: 'make' },
    { line: 8, does: 'refuse', refusal: 'code_twice' },
  ])
})

test('services name each other in any order; what names a refused one is refused too', () => {
  const naming = (code: string, related: readonly string[]) => line({ code, sheet: { ...sheet, related } })
  const does = (...lines: readonly FileLine[]) => planImport(lines, catalogue(service())).map((one) => one.does)
  expect(does(naming('a', ['b', 'passo']), naming('b', ['a']))).toEqual(['make', 'make'])
  expect(does(naming('a', ['b']), naming('b', ['c']), naming('c', ['gone']))).toEqual(['refuse', 'refuse', 'refuse'])
})

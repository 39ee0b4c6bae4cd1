import { describe, expect, test } from 'vitest'
import type { OfficeId } from '../shared/id.ts'
import { checkClosing, checkOffice, type OfficeReferences } from './check-office.ts'
import type { Office } from './office.ts'
import { officeTree, withOfficesBelow } from './tree.ts'

const shut = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
const id = (name: string) => name as OfficeId
const office = (code: string, parent: string | null = null, more: Partial<Office> = {}): Office => ({
  id: id(code),
  parent: parent === null ? null : id(parent),
  code,
  kind: 'office',
  name: { it: code.toUpperCase() },
  competences: { it: '' },
  hours: { it: '' },
  opening: null,
  desk: false,
  email: null,
  phone: null,
  pec: null,
  address: null,
  points: [],
  documents: [],
  place: null,
  access: { it: '' },
  active: true,
  ...more,
})
const list = [
  office('works'),
  office('lights', 'works'),
  office('roads', 'works'),
  office('holes', 'roads'),
  office('urp', null, { desk: true }),
  office('old', null, { active: false }),
]
const offices = new Map(list.map((one) => [one.id, one]))

test('a tree is read each before those below it, side by side by name', () => {
  const read = officeTree(list, ({ name }) => name.it).map(({ office: { code }, depth }) => `${depth} ${code}`)
  expect(read).toEqual(['0 old', '0 urp', '0 works', '1 lights', '1 roads', '2 holes'])
})

test('below an office stands whatever stands below those below it', () => {
  expect([...withOfficesBelow(list, id('works'))]).toEqual(['works', 'lights', 'roads', 'holes'])
})

describe('an office', () => {
  const { id: _, ...roads } = office('roads', 'works')
  test.each([
    ['name_missing', 'roads', { name: { it: ' ' } }],
    ['code_wrong', 'roads', { code: '' }],
    ['code_wrong', 'roads', { code: 'le strade' }],
    ['code_taken', 'roads', { code: 'lights' }],
    ['code_taken', 'new', { code: 'roads' }],
    ['parent_unknown', 'roads', { parent: id('nowhere') }],
    ['parent_unknown', 'roads', { parent: id('old') }],
    ['cycle', 'roads', { parent: id('roads') }],
    ['cycle', 'roads', { parent: id('holes') }],
    ['cycle', 'works', { code: 'works', parent: id('holes') }],
    ['desk_stays', 'roads', { desk: true }],
    ['desk_stays', 'urp', { code: 'urp', parent: null, desk: false }],
    ['desk_stays', 'urp', { code: 'urp', parent: null, desk: true, active: false }],
  ] as const)('is refused: %s', (refusal, which, more) =>
    expect(checkOffice(id(which), { ...roads, ...more }, offices)).toEqual({ ok: false, refusal }),
  )

  test.each([
    ['name_too_long', 'name', { name: { it: 'x'.repeat(121) } }],
    ['name_too_long', 'name-en', { name: { it: 'x', en: 'x'.repeat(121) } }],
    ['text_too_long', 'competences', { competences: { it: 'x'.repeat(2001) } }],
    ['text_too_long', 'hours-en', { hours: { it: '', en: 'x'.repeat(2001) } }],
    ['contact_too_long', 'phone', { phone: '1'.repeat(201) }],
    ['contact_too_long', 'address', { address: 'x'.repeat(201) }],
  ] as const)('is refused for one of several fields: %s, %s', (refusal, field, more) =>
    expect(checkOffice(id('roads'), { ...roads, ...more }, offices)).toEqual({ ok: false, refusal, field }),
  )

  test.each([
    ['as it is', 'roads', {}],
    ['under another', 'roads', { parent: id('urp'), email: 'strade@comune.example' }],
    ['at the top', 'roads', { parent: null }],
    ['new', 'new', { code: 'new' }],
    ['closed under a closed one', 'roads', { parent: id('old'), active: false }],
  ] as const)('is taken %s', (_, which, more) =>
    expect(checkOffice(id(which), { ...roads, ...more }, offices)).toMatchObject({ ok: true }),
  )
})

test.each([
  ['email_wrong', 'email', { email: 'strade@' }],
  ['email_wrong', 'pec', { pec: 'strade' }],
  ['interval_wrong', 'day-3', { opening: { ...shut, 3: [{ from: '12:00', to: '09:00' }] } }],
  ['place_wrong', 'place', { place: { longitude: Number.NaN, latitude: 44 } }],
  ['place_wrong', 'place', { place: { longitude: 8, latitude: 91 } }],
  ['text_too_long', 'access', { access: { it: 'x'.repeat(2001) } }],
] as const)('what is told to whoever goes there is refused beside its field: %s, %s', (refusal, field, more) => {
  const { id: _, ...roads } = office('roads', 'works')
  expect(checkOffice(id('roads'), { ...roads, ...more }, offices)).toEqual({ ok: false, refusal, field })
})

describe('closing an office', () => {
  const nothing: OfficeReferences = { reports: 0, categories: 0, rules: 0, services: 0, calendars: 0, profiles: 0 }
  test.each([
    ['desk_stays', 'urp', nothing, 'roads'],
    ['closed_already', 'old', nothing, null],
    ['offices_below', 'roads', nothing, 'lights'],
    ['refers_here', 'holes', { ...nothing, reports: 1 }, null],
    ['refers_here', 'holes', { ...nothing, categories: 1 }, null],
    ['refers_here', 'holes', { ...nothing, rules: 1 }, null],
    ['refers_here', 'holes', { ...nothing, services: 1 }, null],
    ['refers_here', 'holes', { ...nothing, calendars: 1 }, null],
    ['refers_here', 'holes', { ...nothing, profiles: 1 }, null],
    ['successor_unknown', 'holes', { ...nothing, reports: 1 }, 'old'],
    ['successor_unknown', 'holes', { ...nothing, reports: 1 }, 'holes'],
    ['successor_unknown', 'holes', nothing, 'nowhere'],
  ] as const)('is refused: %s', (refusal, which, references, successor) => {
    const closes = offices.get(id(which))
    if (!closes) throw new Error(which)
    const to = successor === null ? null : id(successor)
    expect(checkClosing(closes, offices, references, to)).toEqual({ ok: false, refusal })
  })

  test.each([
    ['nothing refers to it', nothing, null],
    ['another takes over', { ...nothing, reports: 3, categories: 1 }, 'roads'],
  ] as const)('is done where %s', (_, references, successor) => {
    expect(checkClosing(office('holes', 'roads'), offices, references, successor && id(successor))).toEqual({
      ok: true,
      value: null,
    })
  })
})

import { describe, expect, test } from 'vitest'
import type { Office } from '../offices/office.ts'
import type { OfficeId } from '../shared/id.ts'
import { adviseOn, checkConformity, locationOf } from './check-conformity.ts'
import { renamed, type ServiceId, type ServiceSheet } from './service.ts'

const none = { it: '' }
const some = { it: 'Qualcosa' }
const office = (code: string, more: Partial<Office> = {}): Office => ({
  id: code as OfficeId,
  parent: null,
  code,
  name: { it: code },
  competences: none,
  hours: none,
  opening: null,
  desk: false,
  email: null,
  phone: null,
  pec: null,
  address: 'Via Lunga 9, 00100 Prova',
  place: null,
  access: none,
  kind: 'office',
  points: [],
  documents: [],
  active: true,
  ...more,
})
const offices = new Map(
  [office('registry'), office('tax', { address: 'Via Lunga 9' }), office('old', { active: false })].map((one) => [one.id, one]),
)
const id = (code: string) => code as OfficeId

/** A sheet that says no more than it has to. */
const plain: ServiceSheet = {
  title: some,
  subtitle: none,
  active: true,
  statusReason: none,
  categories: ['ambiente'],
  topics: ['acqua'],
  lifeEvents: [],
  businessEvents: [],
  synonyms: [],
  description: some,
  picture: null,
  extended: none,
  audience: some,
  applicants: none,
  coverage: none,
  howTo: some,
  needed: some,
  neededList: [],
  achieved: some,
  procedures: none,
  terms: some,
  phases: [],
  responseTime: { amount: 30, unit: 'days' },
  costs: some,
  payment: none,
  constraints: none,
  specialCases: none,
  access: some,
  online: null,
  offices: [],
  booking: false,
  conditions: null,
  conditionsText: some,
  responsible: id('registry'),
  contacts: [],
  documents: [],
  further: none,
  related: [],
  ipaCode: '',
  nace: [],
}

describe('the official evaluation', () => {
  test.each([
    ['as it is', {}],
    ['not active, with the reason', { active: false, statusReason: some }],
    ['without words on access, where there is a way to it', { access: none, booking: true }],
    ['online alone', { access: none, online: { label: some, href: '/segnala' } }],
    ['with conditions elsewhere', { conditionsText: none, conditions: { label: some, href: 'https://comune.example/c.pdf' } }],
    ['with the address of a place of its own', { responsible: id('tax'), offices: [id('registry')] }],
  ] as const)('finds nothing wanting in a sheet %s', (_, more) =>
    expect(checkConformity({ ...plain, ...more }, offices)).toEqual([]),
  )

  test.each([
    ['title', { title: none }],
    ['title', { title: { it: 'Ab', en: 'Long enough' } }],
    ['description', { description: none }],
    ['description', { description: { it: 'x'.repeat(256) } }],
    ['status_reason', { active: false }],
    ['categories', { categories: [] }],
    ['topics', { topics: [] }],
    ['audience', { audience: { it: '  ' } }],
    ['how_to', { howTo: none }],
    ['needed', { needed: none }],
    ['achieved', { achieved: none }],
    ['terms', { terms: none }],
    ['response_time', { responseTime: null }],
    ['costs', { costs: none }],
    ['access', { access: none }],
    ['conditions', { conditionsText: none }],
  ] as const)('fails a sheet by C.SI.1.3 for %s', (part, more) =>
    expect(checkConformity({ ...plain, ...more }, offices)).toEqual([{ criterion: 'C.SI.1.3', part }]),
  )

  test.each([[null], [id('old')], [id('nowhere')]])('fails a sheet for want of contacts where %s answers for it', (responsible) =>
    expect(checkConformity({ ...plain, responsible }, offices)).toEqual([
      { criterion: 'C.SI.1.3', part: 'responsible' },
      { criterion: 'C.SI.2.2', part: 'responsible' },
      { criterion: 'R.SI.1.1', part: 'location' },
    ]),
  )

  test('fails a sheet whose offices tell no full address', () =>
    expect(checkConformity({ ...plain, responsible: id('tax') }, offices)).toEqual([{ criterion: 'R.SI.1.1', part: 'location' }]))
})

test.each([
  [true, true, []],
  [true, false, [{ criterion: 'C.SI.2.1', part: 'booking' }]],
  [false, false, []],
])('booking is advised upon where a sheet has it (%s) and no calendar (%s)', (booking, booked, advice) =>
  expect(adviseOn({ booking }, booked)).toEqual(advice),
)

test('people go first to a place of the service, then to the office that answers for it', () => {
  const at = (sheet: Partial<ServiceSheet>) => locationOf({ ...plain, ...sheet }, offices)
  expect(at({ responsible: id('registry'), offices: [id('tax')] })?.office.code).toBe('registry')
  expect(at({})?.address).toEqual({ street: 'Via Lunga 9', postcode: '00100', locality: 'Prova' })
})

test('offices and services of a sheet can be named otherwise, whatever else it says', () => {
  const sheet = { ...plain, offices: [id('tax')], related: ['other' as ServiceId] }
  const named = renamed(
    sheet,
    (code) => `o-${code}`,
    (code) => `s-${code}`,
  )
  expect(named).toEqual({ ...sheet, offices: ['o-tax'], responsible: 'o-registry', related: ['s-other'] })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountId, AreaId, AuthorId, CategoryId, OfficeId } from '../shared/id.ts'
import { buckets } from './inbox.ts'
import { channels, reportKinds } from './kind.ts'
import { byCode, byId, filterFromSearch, listParameters, searchOfFilter } from './list-address.ts'
import { columns, type ListLook, lookFromSearch, plainLook, searchOfLook, sorts } from './list-look.ts'
import { priorities } from './priority.ts'
import { termNotices } from './report.ts'
import { everything, type ReportFilter } from './report-filter.ts'
import { satisfactions } from './satisfaction.ts'
import { stages } from './stage.ts'
import { moderations } from './visibility.ts'

const uuid = (n: number) => `0198a000-0000-7000-8000-00000000000${n}`
const coded = <Of extends string>(codes: readonly string[], from: number) =>
  new Map(codes.map((code, at) => [uuid(from + at) as Of, { id: uuid(from + at) as Of, code }]))
const body = {
  categories: coded<CategoryId>(['strade', 'buche'], 0),
  areas: coded<AreaId>(['W', 'E'], 2),
  offices: coded<OfficeId>(['urp', 'roads'], 4),
}
const names = byCode(body)
const gone = uuid(9)

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const anyId = <Of extends string>(known: ReadonlyMap<Of, unknown>) => maybe(fc.constantFrom(...known.keys(), gone as Of))
const date = maybe(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
)
const degrees = (least: number, most: number) => fc.integer({ min: least * 1e6, max: most * 1e6 }).map((n) => n / 1e6)
const box = fc
  .tuple(degrees(-180, 0), degrees(-85, 0), degrees(1, 180), degrees(1, 85))
  .map((corners) => corners as readonly [number, number, number, number])

const filters: fc.Arbitrary<ReportFilter> = fc.record({
  bucket: maybe(fc.constantFrom(...buckets)),
  stages: fc.subarray([...stages]),
  kinds: fc.subarray([...reportKinds]),
  category: anyId(body.categories),
  area: anyId(body.areas),
  office: anyId(body.offices),
  person: fc.constantFrom('me' as const, 'nobody' as const, uuid(7) as AccountId, null),
  channels: fc.subarray([...channels]),
  terms: fc.subarray([...termNotices]),
  priorities: fc.subarray([...priorities]),
  satisfactions: fc.subarray([...satisfactions]),
  visible: maybe(fc.boolean()),
  moderation: maybe(fc.constantFrom(...moderations)),
  text: fc.string({ maxLength: 120, unit: 'binary' }).map((text) => text.trim().slice(0, 100).trim()),
  from: date,
  to: date,
  plannedFrom: date,
  plannedTo: date,
  box: maybe(box),
  photo: maybe(fc.boolean()),
  observer: anyId(body.offices),
  author: maybe(fc.constant(uuid(8) as AuthorId)),
  recordedBy: maybe(fc.constant(uuid(7) as AccountId)),
  group: fc.oneof(fc.constantFrom('grouped' as const, 'single' as const, null), fc.integer({ min: 1, max: 999_999 })),
})
const looks: fc.Arbitrary<ListLook> = fc.record({
  sort: maybe(fc.constantFrom(...sorts)),
  table: fc.boolean(),
  columns: fc.shuffledSubarray([...columns]),
  dense: fc.boolean(),
  map: fc.boolean(),
})

const readAgain = (search: URLSearchParams) => new URLSearchParams(search.toString())

describe('a filter in an address', () => {
  test.each([
    ['by codes', names],
    ['by ids', byId],
  ])('is the same when it is read again, %s', (_, naming) => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFromSearch(readAgain(searchOfFilter(filter, naming)), naming)).toEqual(filter)
      }),
    )
  })

  test('is written with names of the list alone', () => {
    fc.assert(
      fc.property(filters, looks, (filter, look) => {
        const search = [...searchOfFilter(filter, names).keys(), ...searchOfLook(look).keys()]
        expect(search.filter((name) => !listParameters.some((one) => one === name))).toEqual([])
      }),
    )
  })

  test.each([
    ['nothing said: the inbox', '', { bucket: 'open' }],
    ['a search: everywhere', 'q=buca', { text: 'buca' }],
    ['a stage: everywhere', 'stato=resolved', { stages: ['resolved'] }],
    ['a search within a bucket', 'q=buca&azione=late', { text: 'buca', bucket: 'late' }],
    ['everything, and said so', 'azione=tutte', {}],
    ['an office by its code, in the inbox', 'ufficio=roads', { bucket: 'open', office: uuid(5) }],
    ['mine', 'mie=on', { bucket: 'open', person: 'me' }],
    ['nobody’s', 'persona=nessuno', { bucket: 'open', person: 'nobody' }],
    ['an area that is gone', `azione=tutte&zona=${gone}`, { area: gone }],
    ['several stages, in their own order', 'stato=worked&stato=planned', { stages: ['planned', 'worked'] }],
  ] as const)('%s', (_, search, expected) => {
    expect(filterFromSearch(new URLSearchParams(search), names)).toEqual({ ...everything, ...expected })
  })

  test.each([
    'azione=x&stato=x&tipo=x&categoria=x&zona=x&ufficio=x&persona=x&canale=x&termine=x&priorita=x',
    'visibilita=x&verifica=x&dal=2026-02-30&al=ieri&riquadro=1,2,3&foto=x&osservatore=x&autore=x&registrata=x&gruppo=0',
    'dal=0000-00-00&al=99999-01-01&programmata-dal=2026-02-30&programmata-al=oggi&riquadro=9,44,8,45&gruppo=1e9',
    'riquadro=NaN,1,2,3&gruppo=-1&altro=x',
  ])('leaves out what it does not know: %s', (search) => {
    expect(filterFromSearch(new URLSearchParams(search), names)).toEqual({ ...everything, bucket: 'open' })
  })

  test('whatever is sent, a filter comes of it, and the same of what it writes', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom(...stages, ...buckets, 'roads', '2026-01-01', '9,44,9.1,44.1'))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...listParameters), word)), (pairs) => {
        const filter = filterFromSearch(new URLSearchParams(pairs), names)
        expect(filterFromSearch(searchOfFilter(filter, names), names)).toEqual(filter)
      }),
    )
  })
})

describe('the look of a list in an address', () => {
  test('is the same when it is read again', () => {
    fc.assert(
      fc.property(looks, (look) => {
        expect(lookFromSearch(readAgain(searchOfLook(look)))).toEqual(look)
      }),
    )
  })
  test('leaves out what it does not know', () => {
    const search = 'ordine=x&forma=x&colonna=x&righe=x&mappa=x'
    expect(lookFromSearch(new URLSearchParams(search))).toEqual(plainLook)
  })
})

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '#tests/town.ts'
import { type Client, countReports, type Fields, keyOf, openClient, postReport } from './client.ts'

let town: Town
let client: Client
let key: string
let number: number

beforeAll(async () => {
  town = await openTown()
  client = openClient({ ...town, installation: { ...town.installation, limits: { take: async () => true } } })
  key = await keyOf(town)
  const place: Fields = [
    ['service_code', 'pothole'],
    ['lat', '44.05'],
    ['long', '9.05'],
  ]
  number = (await postReport(town, [['api_key', key], ['email', 'ada@example.org'], ...place])).number
})
afterAll(() => town.close())

const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 5200, minLength: 1900 }) },
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '-0',
    '1e999',
    'NaN',
    '9'.repeat(400),
    "' or 1=1 --",
    '__proto__',
    '<![CDATA[',
    '%',
    '🛠️'.repeat(90),
  ),
)
const sensible = new Map<string, fc.Arbitrary<string>>(
  Object.entries({
    service_code: fc.constantFrom('pothole', 'lamp', 'tree', 'streets'),
    lat: fc.constantFrom('44.05', '44.0999999999', '45', '90', '44,05'),
    long: fc.constantFrom('9.05', '9.15', '180', '-181'),
    email: fc.constantFrom('ada@example.org', 'x@y', 'a@b.it'),
    status: fc.constantFrom('OPEN', 'CLOSED', 'FIXED', 'CANCELLED', 'REOPEN'),
    updated_datetime: fc.constantFrom('2026-05-11T08:00:00Z', '2026-13-01T00:00:00Z', '0000-01-01', '9999-12-31T23:59:59Z'),
    media_url: fc.constantFrom('http://x.example/a.jpg', 'http://[::1', 'http://ü.example/ñ', 'javascript:alert(1)'),
    'attribute[lamp_number]': fc.constantFrom('1', ' '),
    'attribute[how_many][]': fc.constantFrom('one', 'many', 'none'),
  }),
)

const field = (names: readonly string[]) =>
  fc
    .oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: nasty })
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof({ weight: 3, arbitrary: sensible.get(name) ?? nasty }, { weight: 1, arbitrary: nasty }),
      ),
    )

const file = fc.uint8Array({ maxLength: 200 }).map((bytes) => new File([new Uint8Array(bytes)], 'a.jpg'))

/** The rows that belong to reports, so that what is half written shows. */
async function rows(): Promise<Readonly<Record<string, number>>> {
  const tables = ['report', 'author', 'report_event', 'message', 'attachment', 'open311_update']
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const { everyTenant } = town.installation.database
  const counted = await everyTenant((db) => sql.raw<Record<string, number>>(`select ${counts.join(', ')}`).execute(db))
  return counted.rows[0] ?? {}
}

describe('whatever a client sends', () => {
  const names = [
    'service_code',
    'lat',
    'long',
    'description',
    'title',
    'email',
    'phone',
    'first_name',
    'media_url',
    'address_string',
  ]
  const more = [
    'address_id',
    'kind',
    'account_id',
    'attribute[lamp_number]',
    'attribute[how_many][]',
    'attribute[fixmystreet_id]',
  ]

  test('a request is received whole or refused with an error body, and never a fault', async () => {
    const fields = fc.array(field([...names, ...more]), { maxLength: 6 })
    const usual: Fields = [
      ['api_key', key],
      ['service_code', 'lamp'],
      ['attribute[lamp_number]', '1'],
      ['lat', '44.05'],
      ['long', '9.05'],
    ]
    await fc.assert(
      fc.asyncProperty(fields, fc.array(file, { maxLength: 2 }), fc.constantFrom('json', 'xml'), async (given, files, format) => {
        const before = await rows()
        const changed = new Set(given.map(([name]) => name))
        const kept = usual.filter(([name]) => !changed.has(name))
        const sent: Fields = [...kept, ...given, ...files.map((one) => ['photo', one] as const)]
        const seen = await (files.length > 0 ? client.multipart : client.post)(`requests.${format}`, sent)
        expect([200, 400, 404]).toContain(seen.status)
        const after = await rows()
        const received = (after.report ?? 0) - (before.report ?? 0)
        if (seen.status !== 200) expect(after).toEqual(before)
        else {
          expect((after.author ?? 0) - (before.author ?? 0)).toBe(received)
          expect((after.report_event ?? 0) - (before.report_event ?? 0)).toBe(received)
        }
      }),
      { numRuns: 150 },
    )
    expect(await countReports(town)).toBeGreaterThan(10)
  })

  test('an update is taken whole or refused with an error body, and never a fault', async () => {
    const usual: Fields = [
      ['api_key', key],
      ['service_request_id', String(number)],
      ['update_id', 'fuzz'],
      ['updated_datetime', '2026-05-11T08:00:00Z'],
      ['status', 'OPEN'],
      ['description', 'x'],
    ]
    const changed = fc.array(
      field(['service_request_id', 'update_id', 'updated_datetime', 'status', 'description', 'email', 'media_url']),
      {
        maxLength: 6,
      },
    )
    await fc.assert(
      fc.asyncProperty(changed, fc.constantFrom('json', 'xml'), async (given, format) => {
        const before = await rows()
        const names = new Set(given.map(([name]) => name))
        const seen = await client.post(`servicerequestupdates.${format}`, [
          ...usual.filter(([name]) => !names.has(name)),
          ...given,
        ])
        expect([200, 400, 403, 404]).toContain(seen.status)
        const after = await rows()
        const events = (after.report_event ?? 0) - (before.report_event ?? 0)
        if (seen.status !== 200) expect(after).toEqual(before)
        else expect((after.open311_update ?? 0) - (before.open311_update ?? 0)).toBe(events)
      }),
      { numRuns: 150 },
    )
  })

  test('a question is answered or refused with an error body, and never a fault', async () => {
    const queries = [
      'service_request_id',
      'service_code',
      'start_date',
      'end_date',
      'status',
      'page',
      'page_size',
      'q',
      'lat',
      'long',
    ]
    const paths = fc.constantFrom(
      'requests',
      'servicerequestupdates',
      'services',
      'discovery',
      'requests/1,2',
      'tokens/x',
      'services/lamp',
    )
    const asked = fc.array(
      field([...queries, 'radius', 'updated_after', 'update_id', 'extensions', 'locale', 'jurisdiction_id']),
      {
        maxLength: 5,
      },
    )
    await fc.assert(
      fc.asyncProperty(paths, asked, nasty, async (path, given, wild) => {
        const query = new URLSearchParams(given.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]))
        const plain = await client.get(`${path}.xml?${query}`)
        expect([200, 400, 403, 404]).toContain(plain.status)
        const odd = await client.get(`requests/${encodeURIComponent(wild.toWellFormed())}.json`)
        expect([200, 404]).toContain(odd.status)
      }),
      { numRuns: 200 },
    )
  })

  test('a body of any bytes is refused with an error body, and never a fault', async () => {
    const types = fc.constantFrom(
      'multipart/form-data; boundary=b',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'x/y',
      '',
    )
    await fc.assert(
      fc.asyncProperty(types, fc.uint8Array({ maxLength: 400 }), async (type, bytes) => {
        const body = new Uint8Array(bytes)
        const seen = await client.call('requests.xml', {
          method: 'POST',
          body,
          headers: type === '' ? {} : { 'content-type': type },
        })
        expect([400, 403, 415]).toContain(seen.status)
        expect(seen.body.errors.error.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})

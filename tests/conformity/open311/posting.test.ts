import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAuthor } from '#server/storage/authors.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type Client, countReports, type Fields, keyOf, openClient, postReport } from './client.ts'

let town: Town
let client: Client
let key: string

beforeAll(async () => {
  town = await openTown()
  client = openClient(town)
  key = await keyOf(town)
})
afterAll(() => town.close())

const pothole = (...more: Fields): Fields => [
  ['api_key', key],
  ['service_code', 'pothole'],
  ['lat', '44.05'],
  ['long', '9.05'],
  ...more,
]
const posted = (fields: Fields) => postReport(town, fields)

describe('POST requests', () => {
  test('answers as the standard does, in both formats', async () => {
    const json = await client.post('requests.json', pothole(['description', 'Una buca'], ['account_id', '42']))
    expect(json.body).toEqual([
      {
        service_request_id: expect.stringMatching(/^\d+$/),
        service_notice: 'Prima risposta entro il 13 maggio 2026, soluzione prevista entro il 25 maggio 2026.',
        account_id: '42',
      },
    ])
    const xml = await client.post('requests.xml', pothole(['description', 'Una buca']))
    expect(xml.body.service_requests.request[0]).toMatchObject({
      service_request_id: expect.stringMatching(/^\d+$/),
      account_id: '',
    })
  })

  test('keeps what the standard’s own example sends', async () => {
    const report = await posted([
      ['api_key', key],
      ['jurisdiction_id', town.directory.tenant.slug],
      ['service_code', 'lamp'],
      ['lat', '44.0501'],
      ['long', '9.0502'],
      ['address_string', 'Via Lunga 12'],
      ['email', 'smit333@example.org'],
      ['device_id', 'tt222111'],
      ['account_id', '123456'],
      ['first_name', 'john'],
      ['last_name', 'smith'],
      ['phone', '111111111'],
      ['description', 'A large sinkhole is destroying the street'],
      ['media_url', 'http://pictures.example/2212426634_5ed477a060.jpg'],
      ['attribute[lamp_number]', '123456'],
      ['attribute[how_many]', 'many'],
      ['attribute[not_asked]', 'x'],
    ])
    expect(report).toMatchObject({
      channel: 'open311',
      kind: 'problem',
      category: town.category('lamp').id,
      title: 'A large sinkhole is destroying the street',
      place: { longitude: 9.0502, latitude: 44.0501 },
      address: 'Via Lunga 12',
      answers: { lamp_number: '123456', how_many: 'many' },
      visible: false,
      consent: true,
    })
    const author = report.author
    if (!author) throw new Error('no author')
    expect(await town.world.read(town.tenant, (reader) => readAuthor(reader, author))).toEqual({
      firstName: 'john',
      lastName: 'smith',
      email: 'smit333@example.org',
      phone: '111111111',
      locale: 'it',
    })
  })

  test.each([
    ['the first line of the description', [['description', 'Buca profonda\nDavanti al civico 3']], 'Buca profonda'],
    ['its first words when the line is long', [['description', `Una ${'lunga '.repeat(30)}frase`]], /^Una (lunga ?)+…$/],
    ['the line that FixMyStreet writes', [['description', 'title: Buca\n\ndetail: grande\n\nurl: http://x.example']], 'Buca'],
    [
      'what the client says',
      [
        ['title', 'Mio titolo'],
        ['description', 'Testo'],
      ],
      'Mio titolo',
    ],
    ['the name of the service where nothing was written', [], 'Buca'],
  ] as const)('titles a report by %s', async (_, fields, title) => {
    const report = await posted(pothole(...fields))
    if (typeof title === 'string') expect(report.title).toBe(title)
    else expect(report.title).toMatch(title)
  })

  test.each([
    ['a street and number', 'address_string', 'Via Lunga 50, 00001 Prova', { longitude: 9.05, latitude: 44.05 }],
    ['a number after a comma', 'address_string', 'Via Lunga, 50, Prova', { longitude: 9.05, latitude: 44.05 }],
    ['a street without accents', 'address_string', 'piazza della liberta', { longitude: 9.151, latitude: 44.06 }],
    ['an address nobody knows', 'address_string', 'Viale Inesistente 3', null],
    ['a street that is only like one of ours', 'address_string', 'Via Lungo 3', null],
    ['a postcode', 'address_string', '00001', null],
    ['FixMyStreet’s sign for no place', 'address_id', '#NOTPINPOINTED#', null],
  ] as const)('takes %s for the place', async (_, name, value, place) => {
    const report = await posted([
      ['api_key', key],
      ['service_code', 'pothole'],
      ['description', 'x'],
      [name, value],
    ])
    expect(report.address).toBe(name === 'address_string' ? value : null)
    if (place === null) expect(report.place).toBeNull()
    else {
      expect(report.place?.longitude).toBeCloseTo(place.longitude, 3)
      expect(report.place?.latitude).toBeCloseTo(place.latitude, 3)
      expect(report.area).not.toBeNull()
    }
  })

  test.each([
    ['44.0501', '9.05', 'Via Lunga'],
    ['44.09', '9.05', null],
  ] as const)('names the street that a point lies on: %s, %s', async (lat, long, address) => {
    const at: Fields = [
      ['lat', lat],
      ['long', long],
    ]
    expect((await posted([['api_key', key], ['service_code', 'pothole'], ...at])).address).toBe(address)
  })

  test('takes a description as long as the standard allows, and text that no XML may hold', async () => {
    const report = await posted(pothole(['description', `${'è'.repeat(3990)}\u0000\u0007\r\nfine`]))
    expect(report.description).toBe(`${'è'.repeat(3990)}\nfine`)
    const seen = await client.get(`requests/${report.number}.xml?api_key=${key}`)
    expect(seen.body.service_requests.request[0].description).toBe(report.description)
  })

  test('is private for good when the client says so', async () => {
    expect((await posted(pothole(['public', 'false']))).consent).toBe(false)
  })

  test.each([
    ['kind', 'proposal', { kind: 'proposal' }],
    ['email', 'do-not-reply@example.org', {}],
    ['last_name', '-', {}],
  ] as const)('understands %s = %s', async (name, value, expected) => {
    expect(await posted(pothole([name, value]))).toMatchObject(expected)
  })

  test.each([
    ['service_code', 400, [['service_code', '']]],
    ['service_code', 404, [['service_code', 'nothing']]],
    ['service_code', 404, [['service_code', 'streets']]],
    ['lat', 400, [['lat', '']]],
    ['lat', 400, [['lat', 'north']]],
    ['lat', 400, [['lat', '95']]],
    ['lat', 400, [['lat', '45.5']]],
    [
      'address_id',
      400,
      [
        ['lat', ''],
        ['long', ''],
        ['address_id', '12'],
      ],
    ],
    ['address_string', 400, [['address_string', 'x'.repeat(201)]]],
    ['email', 400, [['email', 'nobody']]],
    ['phone', 400, [['phone', 'call me']]],
    ['first_name', 400, [['first_name', 'x'.repeat(81)]]],
    ['title', 400, [['title', 'x'.repeat(121)]]],
    ['description', 400, [['description', 'x'.repeat(4001)]]],
    ['kind', 400, [['kind', 'assistance']]],
    ['media_url', 400, [['media_url', 'ftp://x.example/a.jpg']]],
    ['media_url', 400, [['media_url', 'photo']]],
    ['attribute[lamp_number]', 400, [['service_code', 'lamp']]],
    [
      'attribute[how_many]',
      400,
      [
        ['service_code', 'lamp'],
        ['attribute[lamp_number]', '1'],
        ['attribute[how_many]', 'seven'],
      ],
    ],
  ] as const)('refuses a wrong %s with %i and leaves nothing', async (name, status, wrong) => {
    const before = await countReports(town)
    const changed = new Set<string>(wrong.map(([field]) => field))
    const fields: Fields = [...pothole().filter(([field]) => !changed.has(field)), ...wrong]
    const json = await client.post('requests.json', fields)
    expect({ status: json.status, code: json.body[0].code }).toEqual({ status, code: status })
    expect(json.body[0].description).toContain(name)
    const xml = await client.post('requests.xml', fields)
    expect(xml.status).toBe(status)
    expect(xml.body.errors.error[0].description).toContain(name)
    expect(await countReports(town)).toBe(before)
  })

  test('names all that is wrong at once', async () => {
    const { body } = await client.post('requests.json', [
      ['api_key', key],
      ['email', 'x'],
      ['phone', 'y'],
    ])
    expect(body.map(({ description }: { description: string }) => description.split(':')[0])).toEqual([
      'service_code',
      'lat, long',
      'email',
      'phone',
    ])
  })

  test.each([
    ['none', ''],
    ['a wrong one', 'filo_wrong'],
    ['one that may only read', null],
  ] as const)('refuses %s as key with 403', async (_, wrong) => {
    const given = wrong ?? (await keyOf(town, ['open311:read']))
    const fields = pothole().map(([name, value]) => (name === 'api_key' ? ([name, given] as const) : ([name, value] as const)))
    const json = await client.post('requests.json', fields)
    expect(json.status).toBe(403)
    expect(json.body).toEqual([{ code: 403, description: expect.stringContaining('api_key') }])
    expect((await client.post('requests.xml', fields)).body.errors.error[0].code).toBe('403')
  })

  test.each([
    ['application/json', '{"service_code":"pothole"}', 415],
    ['text/plain', 'x', 415],
    ['multipart/form-data', 'no boundary', 400],
    ['multipart/form-data; boundary=x', '--x\r\nbroken', 400],
    ['application/x-www-form-urlencoded', 'x'.repeat(1_100_000), 413],
  ] as const)('refuses a body of %s with an error body', async (type, body, status) => {
    const headers = { 'content-type': type }
    const seen = await client.call('requests.json', { method: 'POST', body, headers })
    expect({ status: seen.status, code: seen.body[0].code }).toEqual({ status, code: status })
  })

  test('refuses more than the key’s share of an hour with 429', async () => {
    const busy = await keyOf(town)
    const limited = openClient({ ...town, installation: { ...town.installation, limits: { take: async () => false } } })
    const seen = await limited.post('requests.xml', [
      ['api_key', busy],
      ['service_code', 'pothole'],
    ])
    expect({ status: seen.status, code: seen.body.errors.error[0].code }).toEqual({ status: 429, code: '429' })
  })
})

describe('the same request again', () => {
  test.each([
    ['FixMyStreet’s id', [['attribute[fixmystreet_id]', '1001']], {}],
    ['an Idempotency-Key', [], { 'idempotency-key': 'retry-1' }],
  ] as const)('under %s is the same report, for the same key', async (_, more, headers) => {
    const first = await client.post('requests.json', pothole(...more), headers)
    const before = await countReports(town)
    const again = await client.post('requests.json', pothole(...more), headers)
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: first.body })
    expect(await countReports(town)).toBe(before)
    const fields: Fields = [...pothole(...more).slice(1), ['api_key', await keyOf(town)]]
    const others = await client.post('requests.json', fields, headers)
    expect(others.body[0].service_request_id).not.toBe(first.body[0].service_request_id)
  })

  test('at the same moment is one report too', async () => {
    const fields = pothole(['attribute[fixmystreet_id]', 'together'])
    const before = await countReports(town)
    const seen = await Promise.all(Array.from({ length: 6 }, () => client.post('requests.json', fields)))
    expect(new Set(seen.map(({ body }) => body[0].service_request_id)).size).toBe(1)
    expect(await countReports(town)).toBe(before + 1)
  })

  test('is found by its client’s id as a token, with the client’s key alone', async () => {
    const first = await client.post('requests.json', pothole(['attribute[fixmystreet_id]', '7.7']))
    const { service_request_id } = first.body[0]
    expect((await client.get(`tokens/7.7.json?api_key=${key}`)).body).toEqual([{ service_request_id, token: '7.7' }])
    const xml = await client.get(`tokens/7.7.xml?api_key=${key}`)
    expect(xml.body.service_requests.request[0]).toEqual({ service_request_id, token: '7.7' })
    for (const path of ['tokens/7.7.json', `tokens/8.json?api_key=${key}`]) {
      expect(await client.get(path)).toMatchObject({ status: 404, body: [{ code: 404 }] })
    }
  })
})

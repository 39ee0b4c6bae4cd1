import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { findReportByNumber } from '#server/storage/reports.ts'
import { publicReport } from '#tests/publish.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type Client, type Fields, keyOf, openClient } from './client.ts'

let town: Town
let client: Client
let key: string

beforeAll(async () => {
  town = await openTown()
  client = openClient(town)
  key = await keyOf(town)
})
afterAll(() => town.close())

const jurisdiction = () => town.directory.tenant.slug

/** What FixMyStreet composes of a problem; its endpoint ends in a slash and the file name is put behind it. */
const problem = (...more: Fields): Fields => [
  ['api_key', key],
  ['jurisdiction_id', jurisdiction()],
  ['service_code', 'lamp'],
  ['lat', '44.050000'],
  ['long', '9.050000'],
  ['description', 'title: Lampione\n\ndetail: Spento da ieri\n\nurl: http://fms.example/report/1\n\nSubmitted via FixMyStreet\n'],
  ['first_name', 'Ada'],
  ['last_name', 'Verdi'],
  ['email', 'ada@example.org'],
  ['phone', '010 123456'],
  ['deviceid', 'x'],
  ['attribute[lamp_number]', '17'],
  ['attribute[easting]', '1'],
  ['attribute[northing]', '2'],
  ['attribute[closest_address]', 'Via Lunga 4'],
  ['attribute[fixmystreet_id]', '4711'],
  ...more,
]

describe('FixMyStreet as a client', () => {
  test('reads services and, of those with metadata, the definitions', async () => {
    const { services } = (await client.get(`services.xml?jurisdiction_id=${jurisdiction()}`)).body
    const asking = services.service.filter(({ metadata }: { metadata: string }) => metadata === 'true')
    expect(asking.map((service: { service_code: string }) => service.service_code)).toEqual(['lamp'])
    const { body } = await client.get(`services/lamp.xml?jurisdiction_id=${jurisdiction()}`)
    const attributes = body.service_definition.attributes.attribute
    expect(attributes.map(({ required }: { required: string }) => required)).toEqual(['true', 'false'])
  })

  test('sends a report and takes the scalar service_request_id for its own, however often it tries', async () => {
    const [first, again] = [await client.post('requests.xml', problem()), await client.post('requests.xml', problem())]
    expect(first.status).toBe(200)
    const { service_request_id: id } = first.body.service_requests.request[0]
    expect(id).toMatch(/^\d+$/)
    expect(again.body.service_requests.request[0].service_request_id).toBe(id)
    const { body } = await client.get(`requests/${id}.json?api_key=${key}&extensions=true`)
    expect(body[0].extended_attributes.title).toBe('Lampione')
  })

  test('sends photos as files, and as repeated addresses', async () => {
    const jpeg = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer()
    const file = (name: string) => new File([new Uint8Array(jpeg)], name, { type: 'image/jpeg' })
    const files: Fields = [
      ['photo1', file('1.jpeg')],
      ['photo2', file('2.jpeg')],
      ['attribute[fixmystreet_id]', '1'],
    ]
    const fields = problem().filter(([name]) => name !== 'attribute[fixmystreet_id]')
    const seen = await client.multipart('requests.xml', [...fields, ...files])
    const number = Number(seen.body.service_requests.request[0].service_request_id)
    const attachments = await town.world.read(town.tenant, async (reader) => {
      const id = await findReportByNumber(reader, number)
      return id ? listReportAttachments(reader, id) : []
    })
    expect(attachments.map(({ name }) => name)).toEqual(['1.jpeg', '2.jpeg'])
    const urls: Fields = [1, 2].map((n) => ['media_url', `http://fms.example/photo/1.${n}.full.jpeg`] as const)
    expect((await client.post('requests.xml', [...fields, ...urls])).status).toBe(200)
  })

  test('follows many reports by one request, and updates by a window of time', async () => {
    const reports = [await publicReport(town), await publicReport(town)]
    const ids = reports.map(({ number }) => number).join(',')
    const many = await client.get(`requests.xml?jurisdiction_id=${jurisdiction()}&service_request_id=${ids}`)
    expect(many.body.service_requests.request).toHaveLength(2)
    const window = 'start_date=2026-05-11T06:00:00Z&end_date=2026-05-11T08:00:00Z'
    const { body } = await client.get(`servicerequestupdates.xml?jurisdiction_id=${jurisdiction()}&api_key=&${window}`)
    for (const update of body.service_request_updates.request_update) {
      expect(update).toEqual({
        update_id: expect.any(String),
        service_request_id: expect.any(String),
        status: 'INVESTIGATING',
        updated_datetime: '2026-05-11T08:00:00Z',
        description: expect.any(String),
        media_url: '',
      })
    }
    expect(body.service_request_updates.request_update).toHaveLength(2)
  })

  test('passes on an update with a dash for a name', async () => {
    const { service_request_id } = (await client.post('requests.xml', problem())).body.service_requests.request[0]
    const seen = await client.post('servicerequestupdates.xml', [
      ['api_key', key],
      ['jurisdiction_id', jurisdiction()],
      ['service_request_id', service_request_id],
      ['update_id', '99'],
      ['updated_datetime', '2026-05-11T10:00:00+02:00'],
      ['status', 'OPEN'],
      ['description', 'Ancora spento'],
      ['first_name', 'Ada'],
      ['last_name', '-'],
      ['email', 'ada@example.org'],
    ])
    expect(seen.body.service_request_updates.request_update[0].update_id).not.toBe('')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttachmentId } from '#domain/shared/id.ts'
import { insertAttachment } from '#server/storage/attachments.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { publicReport } from '#tests/publish.ts'
import { monday, openTown, plainReport, type Town } from '#tests/town.ts'
import { type Client, keyOf, openClient } from './client.ts'

const day = 86_400_000

let town: Town
let client: Client
let key: string
let photo: AttachmentId

/** 1 old, 2 pothole by Via Lunga, 3 tree far off, 4 closed with a reply and a photo, 5 private. */
beforeAll(async () => {
  town = await openTown()
  client = openClient(town)
  key = await keyOf(town)
  town.setNow(new Date(monday.getTime() - 100 * day))
  await publicReport(town, { title: 'Vecchia', submissionKey: plainReport(town.category('pothole').id).submissionKey })
  town.setNow(monday)
  await publicReport(town)
  town.setNow(new Date(monday.getTime() + 3_600_500))
  const tree = { category: town.category('tree').id, title: 'Albero caduto', address: 'Piazza della Libertà 3, 00002 Prova' }
  await publicReport(town, { ...tree, description: 'Ramo spezzato & <pericolante>', place: { longitude: 9.15, latitude: 44.06 } })
  town.setNow(new Date(monday.getTime() + 2 * day))
  const closed = await publicReport(town)
  const move = { act: 'resolve', text: 'Fatto: buca chiusa.' } as const
  await moveReport(town.world, town.tenant, { report: closed.id, move, seenVersion: null, by: town.desk, channel: 'web' })
  photo = town.world.newId<'attachment'>()
  await town.world.transaction(town.tenant, (tx) =>
    insertAttachment(tx, {
      id: photo,
      draft: null,
      report: closed.id,
      message: null,
      kind: 'photo',
      key: photo,
      name: 'a.jpg',
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 1,
      height: 1,
      foundPlace: null,
      sourceUrl: null,
      moderation: 'approved',
      fromAuthor: true,
      position: 0,
      at: monday,
    }),
  )
  await town.report({ title: 'Privata' })
})
afterAll(() => town.close())

const ids = (body: readonly { service_request_id: string }[]) => body.map((request) => Number(request.service_request_id))

describe('GET requests', () => {
  test('shows public reports of the last 90 days, newest first, in the shape of the standard', async () => {
    const { body } = await client.get('requests.json')
    expect(ids(body)).toEqual([4, 3, 2])
    expect(body[1]).toEqual({
      service_request_id: '3',
      status: 'open',
      status_notes: null,
      service_name: 'Albero pericolante',
      service_code: 'tree',
      description: 'Ramo spezzato & <pericolante>',
      agency_responsible: 'Strade',
      service_notice: 'Prima risposta entro il 13 maggio 2026, soluzione prevista entro il 25 maggio 2026.',
      requested_datetime: '2026-05-11T09:00:00Z',
      updated_datetime: '2026-05-11T09:00:00Z',
      expected_datetime: '2026-05-25T15:00:00Z',
      address: 'Piazza della Libertà 3, 00002 Prova',
      address_id: null,
      zipcode: '00002',
      lat: 44.06,
      long: 9.15,
      media_url: null,
    })
  })

  test('says the same in XML', async () => {
    const { body } = await client.get('requests.xml')
    const [closed, tree] = body.service_requests.request
    expect(tree).toMatchObject({ service_request_id: '3', status: 'open', status_notes: '', lat: '44.06', zipcode: '00002' })
    expect(tree.description).toBe('Ramo spezzato & <pericolante>')
    expect(closed).toMatchObject({ status: 'closed', status_notes: 'Fatto: buca chiusa.', service_notice: '' })
    expect(closed.media_url).toContain(photo)
    expect(closed.updated_datetime).toBe('2026-05-13T08:00:00Z')
  })

  test('never says who a report is from', async () => {
    const seen = [
      await client.get(`requests.json?api_key=${key}&extensions=true`),
      await client.get('requests/4.xml?extensions=true'),
      await client.get('servicerequestupdates.json'),
    ]
    for (const { text } of seen) expect(text).not.toMatch(/Ada|Verdi|ada@example/)
  })

  test.each([
    ['service_request_id=2', [2]],
    ['service_request_id=2,4, 1', [4, 2, 1]],
    ['service_request_id=2&service_request_id=3', [3, 2]],
    ['service_request_id=2&status=closed', [2]],
    ['service_request_id=5', []],
    ['service_request_id=999,abc,-1,1e3', []],
    ['service_code=tree', [3]],
    ['service_code=tree,pothole', [4, 3, 2]],
    ['service_code=tree&service_code=lamp', [3]],
    ['service_code=unknown', []],
    ['service_code=', [4, 3, 2]],
    ['status=open', [3, 2]],
    ['status=CLOSED', [4]],
    ['status=open,closed', [4, 3, 2]],
    ['start_date=2026-05-11T08:30:00Z', [4, 3]],
    ['start_date=2026-05-11T10:30:00%2B02:00', [4, 3]],
    ['start_date=2026-05-11T10:30:00+02:00', [4, 3]],
    ['start_date=2026-05-11&end_date=2026-05-12', [3, 2]],
    ['start_date=2026-05-11T09:00:00Z&end_date=2026-05-11T09:00:00Z', [3]],
    ['end_date=2026-05-11T08:00:00Z', [2]],
    ['end_date=2026-03-01T00:00:00Z', [1]],
    ['start_date=2026-01-01T00:00:00Z', [1]],
    ['updated_after=2026-05-12T00:00:00Z', [4]],
    ['updated_before=2026-05-11T08:00:00Z', [2, 1]],
    ['lat=44.05&long=9.05', [4, 2]],
    ['lat=44.06&long=9.15&radius=100', [3]],
    ['lat=44.05&long=9.05&radius=50000', [4, 3, 2]],
    ['q=albero', [3]],
    ['q=2', [2]],
    ['q=nessuna+così', []],
    ['page_size=2', [4, 3]],
    ['page_size=2&page=2', [2]],
    ['page_size=2&page=3', []],
  ] as const)('filters by %s', async (query, expected) => {
    const { status, body } = await client.get(`requests.json?${query}`)
    expect({ status, ids: ids(body) }).toEqual({ status: 200, ids: expected })
  })

  test.each([
    ['start_date=yesterday', 'start_date'],
    ['start_date=2026-05-11T08:00:00', 'start_date'],
    ['end_date=2026-02-30', 'end_date'],
    ['start_date=2026-05-11&end_date=2026-05-01', 'end_date'],
    ['start_date=2026-01-01&end_date=2026-05-01', '90'],
    ['updated_after=x', 'updated_after'],
    ['status=pending', 'status'],
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['page_size=1001', 'page_size'],
    ['lat=44.05', 'lat, long'],
    ['lat=91&long=9', 'lat, long'],
    ['lat=44&long=9&radius=0', 'radius'],
    [`q=${'x'.repeat(300)}`, 'q'],
  ] as const)('refuses %s, naming it in both formats', async (query, name) => {
    const json = await client.get(`requests.json?${query}`)
    expect({ status: json.status, code: json.body[0].code }).toEqual({ status: 400, code: 400 })
    expect(json.body[0].description).toContain(name)
    const xml = await client.get(`requests.xml?${query}`)
    expect(xml.body.errors.error[0]).toEqual({ code: '400', description: json.body[0].description })
  })

  test('names everything that is wrong at once', async () => {
    const { body } = await client.get('requests.json?start_date=x&end_date=y&status=z')
    expect(body).toHaveLength(3)
  })

  test('tells more when asked for extensions', async () => {
    const { body } = await client.get('requests/3.json?extensions=true')
    expect(body[0].extended_attributes).toMatchObject({
      title: 'Albero caduto',
      kind: 'problem',
      stage: 'in_charge',
      area: 'Quartiere Est',
      category_path: 'Parchi e verde > Albero pericolante',
      channel: 'web',
      page_url: expect.stringMatching(/\/segnalazioni\/3$/),
      photos: [],
    })
  })

  test('shows a program what it sent before everyone sees it, and only with the permission to read', async () => {
    const fields = [
      ['service_code', 'pothole'],
      ['lat', '44.05'],
      ['long', '9.05'],
      ['description', 'Mia'],
    ] as const
    const posted = await client.post('requests.json', [['api_key', key], ...fields])
    const [{ service_request_id: id }] = posted.body
    expect((await client.get(`requests/${id}.json`)).status).toBe(404)
    expect((await client.get(`requests/${id}.json?api_key=${key}`)).body[0].description).toBe('Mia')
    expect(ids((await client.get(`requests.json?api_key=${key}`)).body)).toContain(Number(id))
    for (const others of [await keyOf(town), await keyOf(town, ['open311:write'])]) {
      expect((await client.get(`requests/${id}.json?api_key=${others}`)).status).toBe(404)
    }
  })
})

describe('GET one request', () => {
  test('is an array of one, or of several asked for by commas', async () => {
    expect(ids((await client.get('requests/3.json')).body)).toEqual([3])
    expect(ids((await client.get('requests/3,4,999.json')).body)).toEqual([4, 3])
    expect((await client.get('requests/1.xml')).body.service_requests.request[0].service_request_id).toBe('1')
  })

  test.each(['5', '999', 'abc', '0', '99999999999999999999', '5,999'])('that nobody may see, %s, is 404', async (id) => {
    const json = await client.get(`requests/${id}.json`)
    expect(json.status).toBe(404)
    expect(json.body).toEqual([{ code: 404, description: expect.stringContaining('service_request_id') }])
    expect((await client.get(`requests/${id}.xml`)).body.errors.error[0].code).toBe('404')
  })
})

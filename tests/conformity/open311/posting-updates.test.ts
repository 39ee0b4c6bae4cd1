import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportId } from '#domain/shared/id.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { publicReport } from '#tests/publish.ts'
import { openTown, type Town } from '#tests/town.ts'
import type { Client } from './client.ts'
import { openProgramme, type Programme } from './programme.ts'

let town: Town
let client: Client
let sent: Programme['sent']
let desk: Programme['desk']
let update: Programme['update']
let later: Programme['later']

beforeAll(async () => {
  town = await openTown()
  ;({ client, sent, desk, update, later } = await openProgramme(town))
})
afterAll(() => town.close())

const messages = async (id: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listMessages(reader, id, ['citizen', 'answer', 'comment']))).map(
    ({ kind, text, fromAuthor, channel }) => ({ kind, text, fromAuthor, channel }),
  )
const events = async (id: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, id))).map(({ kind }) => kind)

describe('POST servicerequestupdates', () => {
  test('hands the author’s words to the desk and answers with our id, in both formats', async () => {
    const report = await sent()
    const xml = await client.post('servicerequestupdates.xml', update(report, ['email', 'ADA@example.org']))
    expect(xml.status).toBe(200)
    expect(xml.body.service_request_updates.request_update[0].update_id).toMatch(/^[0-9a-f-]{36}$/)
    const json = await client.post('servicerequestupdates.json', update(report, ['description', 'Ancora']))
    expect(json.body).toEqual([{ update_id: expect.any(String) }])
    expect(await messages(report.id)).toEqual([
      { kind: 'citizen', text: 'È ancora lì', fromAuthor: true, channel: 'open311' },
      { kind: 'comment', text: 'Ancora', fromAuthor: false, channel: 'open311' },
    ])
    expect((await town.read(report.id)).stage).toBe('submitted')
  })

  test('is taken once, however often it is sent', async () => {
    const report = await sent()
    const fields = update(report)
    const seen = await Promise.all(Array.from({ length: 5 }, () => client.post('servicerequestupdates.json', fields)))
    expect(new Set(seen.map(({ text }) => text)).size).toBe(1)
    expect(seen.every(({ status }) => status === 200)).toBe(true)
    expect(await messages(report.id)).toHaveLength(1)
  })

  test('answers the question that the desk asked', async () => {
    const report = await sent()
    await desk(report.id, { act: 'ask', text: 'Quanto è profonda?' })
    await client.post('servicerequestupdates.json', update(report, ['email', 'ada@example.org'], ['description', 'Dieci cm']))
    expect((await town.read(report.id)).stage).toBe('in_charge')
    expect(await messages(report.id)).toMatchObject([{ kind: 'answer', text: 'Dieci cm', fromAuthor: true }])
  })

  test('of somebody else answers no question', async () => {
    const report = await sent()
    await desk(report.id, { act: 'ask', text: 'Quanto è profonda?' })
    await client.post('servicerequestupdates.json', update(report, ['email', 'other@example.org']))
    expect((await town.read(report.id)).stage).toBe('waiting')
    expect(await messages(report.id)).toMatchObject([{ kind: 'comment' }])
  })

  test('reopens a closed report for its author', async () => {
    const report = await sent()
    await desk(report.id, { act: 'resolve', text: 'Fatto' })
    later()
    const seen = await client.post('servicerequestupdates.json', update(report, ['email', 'ada@example.org'], ['status', 'OPEN']))
    expect(seen.status).toBe(200)
    expect((await town.read(report.id)).stage).toBe('in_charge')
    expect(await events(report.id)).toEqual(['submitted', 'resolved', 'reopened'])
  })

  test('withdraws an open report for its author, when it is cancelled', async () => {
    const report = await sent()
    await client.post('servicerequestupdates.json', update(report, ['email', 'ada@example.org'], ['status', 'CANCELLED']))
    expect((await town.read(report.id)).stage).toBe('withdrawn')
    expect(await messages(report.id)).toMatchObject([{ kind: 'citizen', text: 'È ancora lì' }])
  })

  test.each(['CLOSED', 'FIXED', 'NO_FURTHER_ACTION', 'IN_PROGRESS'])('closes nothing by saying %s', async (status) => {
    const report = await sent()
    const seen = await client.post('servicerequestupdates.json', update(report, ['email', 'ada@example.org'], ['status', status]))
    expect(seen.status).toBe(200)
    expect((await town.read(report.id)).stage).toBe('submitted')
    expect(await messages(report.id)).toMatchObject([{ kind: 'citizen' }])
  })

  test.each([
    ['somebody else', [['email', 'other@example.org']], 200],
    ['nobody in particular', [], 200],
    [
      'its author before it was closed',
      [
        ['email', 'ada@example.org'],
        ['updated_datetime', '2026-01-01T00:00:00Z'],
      ],
      400,
    ],
    [
      'its author, closed on the other side too',
      [
        ['email', 'ada@example.org'],
        ['status', 'CLOSED'],
      ],
      400,
    ],
    [
      'its author without a word',
      [
        ['email', 'ada@example.org'],
        ['description', ' '],
      ],
      400,
    ],
  ] as const)('by %s reopens nothing', async (_, more, status) => {
    const report = await sent()
    await desk(report.id, { act: 'resolve', text: 'Fatto' })
    later()
    expect((await client.post('servicerequestupdates.json', update(report, ...more))).status).toBe(status)
    expect((await town.read(report.id)).stage).toBe('resolved')
  })

  test('reopens nothing after the term, and says so', async () => {
    const report = await sent()
    await desk(report.id, { act: 'resolve', text: 'Fatto' })
    later(31 * 24 * 60)
    const seen = await client.post('servicerequestupdates.json', update(report, ['email', 'ada@example.org']))
    expect({ status: seen.status, body: seen.body }).toEqual({
      status: 400,
      body: [{ code: 400, description: expect.stringContaining('termine') }],
    })
  })

  test('carries photos, and names others by address', async () => {
    const report = await sent()
    const jpeg = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer()
    const photo = new File([new Uint8Array(jpeg)], 'a.jpg')
    const fields = update(report, ['description', ''], ['photo1', photo], ['media_url', 'http://pictures.example/b.jpg'])
    expect((await client.multipart('servicerequestupdates.json', fields)).status).toBe(200)
    expect(await town.world.read(town.tenant, (reader) => listReportAttachments(reader, report.id))).toHaveLength(1)
    expect(await events(report.id)).toEqual(['submitted', 'photo_added'])
    const { rows } = await town.installation.database.pool.query(
      `select data ->> 'url' as url from pgboss.job where name = 'media.fetch' and data ->> 'report' = $1`,
      [report.id],
    )
    expect(rows).toEqual([{ url: 'http://pictures.example/b.jpg' }])
  })

  test.each([
    ['service_request_id', 400, ''],
    ['service_request_id', 404, '999999'],
    ['service_request_id', 404, 'abc'],
    ['update_id', 400, ''],
    ['update_id', 400, 'x'.repeat(201)],
    ['updated_datetime', 400, ''],
    ['updated_datetime', 400, 'yesterday'],
    ['status', 400, ''],
    ['description', 400, ''],
    ['description', 400, 'x'.repeat(5001)],
    ['media_url', 400, 'file:///etc/passwd'],
    ['api_key', 403, ''],
    ['api_key', 403, 'wrong'],
  ] as const)('refuses a wrong %s with %i', async (name, status, value) => {
    const report = await sent()
    const json = await client.post('servicerequestupdates.json', update(report, [name, value]))
    expect({ status: json.status, code: json.body[0].code }).toEqual({ status, code: status })
    expect(json.body[0].description).toContain(name)
    const xml = await client.post('servicerequestupdates.xml', update(report, [name, value]))
    expect(xml.body.errors.error[0].description).toContain(name)
    expect(await events(report.id)).toEqual(['submitted'])
  })

  test('is for the program that sent the report alone', async () => {
    const [hidden, seenByAll] = [await town.report(), await publicReport(town)]
    expect((await client.post('servicerequestupdates.json', update(hidden))).status).toBe(404)
    expect((await client.post('servicerequestupdates.json', update(seenByAll))).status).toBe(403)
    const withdrawn = await sent()
    await client.post('servicerequestupdates.json', update(withdrawn, ['email', 'ada@example.org'], ['status', 'CANCELLED']))
    expect((await client.post('servicerequestupdates.json', update(withdrawn))).status).toBe(400)
  })
})

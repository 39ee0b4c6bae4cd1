import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportId } from '#domain/shared/id.ts'
import { done, type Refused, refuse } from '#domain/shared/result.ts'
import type { RemoteMediaRefusal } from '#server/gateways/remote-media.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { listEvents } from '#server/storage/events.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { type Client, countReports, type Fields, keyOf, openClient, postReport } from './client.ts'

let town: Town
let client: Client
let key: string
let picture: Uint8Array<ArrayBuffer>
const remote = new Map<string, Uint8Array | Refused<RemoteMediaRefusal>>()

beforeAll(async () => {
  const fetchMedia = async (url: string) => {
    const found = remote.get(url) ?? refuse('not-found')
    return found instanceof Uint8Array ? done(found) : found
  }
  town = await openTown({ fetchMedia })
  client = openClient(town)
  key = await keyOf(town)
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#369' } })
  picture = new Uint8Array(await image.jpeg().toBuffer())
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
const photo = (name = 'a.jpg', bytes: Uint8Array<ArrayBuffer> = picture) => new File([bytes], name, { type: 'image/jpeg' })
const attachments = (id: ReportId) => town.world.read(town.tenant, (reader) => listReportAttachments(reader, id))

async function storedFiles(): Promise<number> {
  const folder = town.installation.config.filesFolder
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).length
}

describe('photos', () => {
  test('sent along are kept in three sizes, to be approved', async () => {
    const before = await storedFiles()
    const report = await posted(pothole(['photo1', photo('uno.jpg')], ['photo2', photo('due.jpg')]))
    expect(await attachments(report.id)).toMatchObject([
      { name: 'uno.jpg', moderation: 'pending', position: 0, mediaType: 'image/jpeg' },
      { name: 'due.jpg', moderation: 'pending', position: 1 },
    ])
    expect(await storedFiles()).toBe(before + 6)
  })

  test.each([
    ['a text by the name of a photo', () => photo('finta.jpg', new TextEncoder().encode('not a picture')), 'finta.jpg'],
    ['a picture cut short', () => photo('rotta.jpg', picture.slice(0, picture.length / 2)), 'rotta.jpg'],
    ['a drawing with a script', () => photo('a.svg', new TextEncoder().encode('<svg><script/></svg>')), 'a.svg'],
  ] as const)('refuses %s, names it, and keeps neither report nor file', async (_, make, name) => {
    const before = [await countReports(town), await storedFiles()]
    const seen = await client.multipart('requests.json', pothole(['photo1', photo('buona.jpg')], ['photo2', make()]))
    expect(seen.status).toBe(400)
    expect(seen.body[0].description).toContain('photo2')
    expect(seen.body[0].description).toContain(name)
    expect(await countReports(town)).toBe(before[0])
    expect(await storedFiles()).toBe(before[1])
  })

  test('are five at most, files and addresses together', async () => {
    const many: Fields = [1, 2, 3].flatMap((n) => [
      [`photo${n}`, photo()] as const,
      ['media_url', `http://pictures.example/${n}.jpg`] as const,
    ])
    expect((await client.multipart('requests.json', pothole(...many))).body[0].description).toContain('5')
  })

  test('named by address are fetched afterwards, each once', async () => {
    remote.set('http://pictures.example/1.jpg', picture)
    remote.set('http://pictures.example/2.jpg', picture)
    const urls = ['http://pictures.example/1.jpg', 'http://pictures.example/2.jpg', 'http://pictures.example/1.jpg']
    const report = await posted(pothole(...urls.map((url) => ['media_url', url] as const)))
    expect(await attachments(report.id)).toEqual([])
    await town.runJobs().catch(() => undefined)
    expect(await attachments(report.id)).toMatchObject([
      { sourceUrl: urls[0], name: '1.jpg', position: 0, moderation: 'pending' },
      { sourceUrl: urls[1], name: '2.jpg', position: 1 },
    ])
    const [submitted] = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    if (!submitted) throw new Error('no event')
    const job = { tenant: town.tenant, report: report.id, event: submitted.id, url: urls[0] ?? '', position: 0 }
    await Promise.all([town.installation.handlers['media.fetch'](job), town.installation.handlers['media.fetch'](job)])
    expect(await attachments(report.id)).toHaveLength(2)
    expect(await kinds(report.id)).toEqual(['submitted', 'photo_added', 'photo_added'])
  })

  test.each([
    ['url-refused', 'address_forbidden'],
    ['too-large', 'too_large'],
    ['not-found', 'not_reachable'],
  ] as const)('that will never come (%s) leave a line in the history, once', async (refusal, reason) => {
    const url = `http://bad.example/${refusal}`
    remote.set(url, refuse(refusal))
    const { report, job } = await named(url)
    await town.installation.handlers['media.fetch'](job)
    await town.installation.handlers['media.fetch'](job)
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    const refused = events.filter(({ kind }) => kind === 'media_refused')
    expect(refused.map(({ detail }) => detail.media)).toEqual([
      { host: 'bad.example', refusal: reason, follows: job.event, position: 0 },
    ])
  })

  test('that are no pictures leave a line in the history too', async () => {
    const url = 'http://pages.example/index.html'
    remote.set(url, new TextEncoder().encode('<html>'))
    const { report, job } = await named(url)
    await town.installation.handlers['media.fetch'](job)
    expect(await kinds(report.id)).toEqual(['submitted', 'media_refused'])
    expect(await attachments(report.id)).toEqual([])
  })

  test.each(['unreachable', 'too-slow'] as const)(
    'that may come yet (%s) are tried again, for hours and no longer',
    async (refusal) => {
      const url = `http://down.example/${refusal}`
      remote.set(url, refuse(refusal))
      const { report, job } = await named(url)
      await expect(town.installation.handlers['media.fetch'](job)).rejects.toThrow(refusal)
      town.setNow(new Date(monday.getTime() + 7 * 3_600_000))
      await town.installation.handlers['media.fetch'](job)
      town.setNow(monday)
      expect(await kinds(report.id)).toEqual(['submitted', 'media_refused'])
    },
  )
})

async function kinds(id: ReportId) {
  return (await town.world.read(town.tenant, (reader) => listEvents(reader, id))).map(({ kind }) => kind)
}

async function named(url: string) {
  const report = await posted(pothole(['media_url', url]))
  const [submitted] = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
  if (!submitted) throw new Error('no event')
  return { report, job: { tenant: town.tenant, report: report.id, event: submitted.id, url, position: 0 } }
}

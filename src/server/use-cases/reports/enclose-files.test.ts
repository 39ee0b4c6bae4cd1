import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportId } from '#domain/shared/id.ts'
import { fileRoutes } from '#server/delivery/files/files.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { listEnclosed } from '#server/storage/enclosures.ts'
import { openTown, type Town } from '#tests/town.ts'
import { encloseFiles, removeEnclosed } from './enclose-files.ts'
import { moderatePhoto } from './moderate-photo.ts'
import { moveReport } from './move-report.ts'
import { storeDocument } from './store-document.ts'
import { storePhoto } from './store-photo.ts'
import { writeReply } from './write-reply.ts'

let town: Town
let picture: Uint8Array
beforeAll(async () => {
  town = await openTown()
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a4' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => town.close())

const pdf = Buffer.from('%PDF-1.7\nciao\n%%EOF\n')
const unseen = { seenVersion: null, channel: 'web' } as const

async function stored(kind: 'photo' | 'document', name: string) {
  const done =
    kind === 'photo'
      ? await storePhoto(town.world, { bytes: picture, name, sourceUrl: null, position: 0 })
      : await storeDocument(town.world, { bytes: pdf, name })
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}
async function enclose(report: ReportId, form: 'reply' | 'ask', by = town.desk) {
  const files = [await stored('photo', 'dopo.jpg'), await stored('document', 'perizia.pdf')]
  return encloseFiles(town.world, town.tenant, { report, by, form, files })
}
const waiting = (report: ReportId, by = town.desk) =>
  town.world.read(town.tenant, (reader) => listEnclosed(reader, report, by.account))
const sentOf = (report: ReportId) => town.world.read(town.tenant, (reader) => listReportAttachments(reader, report))
const get = (path: string) => fileRoutes(town.installation).request(`http://${town.directory.tenant.slug}.filo.test${path}`)

test('files wait with what is written, go with it to the author by their link, and to nobody else', async () => {
  const report = (await town.report()).id
  expect(await enclose(report, 'reply')).toEqual({ ok: true, value: null })
  expect((await waiting(report)).map(({ name }) => name)).toEqual(['dopo.jpg', 'perizia.pdf'])
  expect(await waiting(report, town.roads)).toEqual([])
  expect(await sentOf(report)).toEqual([])

  await writeReply(town.world, town.tenant, { ...unseen, report, by: town.desk, text: 'Ecco.' })
  expect(await waiting(report)).toEqual([])
  const sent = await sentOf(report)
  expect(sent).toMatchObject([
    { kind: 'photo', moderation: 'rejected', fromAuthor: false },
    { kind: 'document', moderation: 'rejected', fromAuthor: false },
  ])
  await town.runJobs()
  const letter = town.letters.find(({ text }) => text.includes('> Ecco.'))
  expect(letter?.text).toContain('Allegati:')
  for (const [name, size] of [
    ['dopo.jpg', 'large'],
    ['perizia.pdf', 'document'],
  ] as const) {
    const path = new RegExp(`${name}: http://[^/]+(/file/[\\w-]+/${size}\\?chiave=\\S+)`).exec(letter?.text ?? '')?.[1] ?? ''
    expect((await get(path)).status).toBe(200)
    expect((await get(path.split('?')[0] ?? '')).status).toBe(404)
    expect(letter?.html).toContain(path)
  }
})

test('they are never shown to everyone, not even of a public report', async () => {
  const report = (await town.report()).id
  await enclose(report, 'reply')
  await writeReply(town.world, town.tenant, { ...unseen, report, by: town.desk, text: 'Ecco.' })
  await town.world.transaction(town.tenant, (tx) =>
    tx.db.updateTable('report').where('report.id', '=', report).set({ visible: true }).execute(),
  )
  const [photo] = await sentOf(report)
  if (!photo) throw new Error('no photo')
  expect(
    await moderatePhoto(town.world, town.tenant, { ...unseen, report, by: town.desk, photo: photo.id, moderation: 'approved' }),
  ).toEqual({ ok: false, refusal: 'no_such_photo' })
  expect((await get(`/file/${photo.id}/large`)).status).toBe(404)
})

test('each form has its own; what is taken back does not go', async () => {
  const report = (await town.report()).id
  await enclose(report, 'ask')
  const [first] = await waiting(report)
  if (!first) throw new Error('no file')
  await removeEnclosed(town.world, town.tenant, { report, by: town.roads, file: first.id })
  expect(await waiting(report)).toHaveLength(2)
  await removeEnclosed(town.world, town.tenant, { report, by: town.desk, file: first.id })
  await writeReply(town.world, town.tenant, { ...unseen, report, by: town.desk, text: 'Ecco.' })
  expect(await sentOf(report)).toEqual([])
  await moveReport(town.world, town.tenant, { ...unseen, report, by: town.desk, move: { act: 'ask', text: 'È questa?' } })
  expect((await sentOf(report)).map(({ name }) => name)).toEqual(['perizia.pdf'])
})

test('what was never sent is forgotten after a week', async () => {
  const report = (await town.report()).id
  await enclose(report, 'reply')
  const now = town.world.now()
  town.setNow(new Date(now.getTime() + 8 * 86_400_000))
  await town.installation.handlers['sweep.drafts']({})
  town.setNow(now)
  expect(await waiting(report)).toEqual([])
})

test('is refused beyond five, and to whoever may not write there', async () => {
  const report = (await town.report()).id
  await enclose(report, 'reply')
  await enclose(report, 'reply')
  expect(await enclose(report, 'reply')).toEqual({ ok: false, refusal: 'too_many_files' })
  expect(await waiting(report)).toHaveLength(4)
  expect(await enclose(report, 'reply', town.parks)).toEqual({ ok: false, refusal: 'not_yours' })
  const nothing = town.world.newId<'report'>()
  expect(await enclose(nothing, 'reply')).toEqual({ ok: false, refusal: 'no_such_report' })
  expect(await storeDocument(town.world, { bytes: Buffer.from('#!/bin/sh'), name: 'x.pdf' })).toMatchObject({ ok: false })
})

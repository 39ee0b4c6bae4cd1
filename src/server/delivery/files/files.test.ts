import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDraft } from '#domain/reports/draft.ts'
import type { AttachmentId, DraftId, ReportId } from '#domain/shared/id.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { moderateAttachment } from '#server/storage/attachments.ts'
import { addDraftFile } from '#server/use-cases/drafts/add-draft-file.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'
import { writeDraftCookie } from './draft-cookie.ts'
import { fileRoutes } from './files.ts'

let town: Town
let bytes: Uint8Array
const pdf = Buffer.from('%PDF-1.7\nciao\n%%EOF\n')

beforeAll(async () => {
  town = await openTown()
  const plain = { width: 400, height: 300, channels: 3, background: '#0a4' } as const
  bytes = await sharp({ create: plain }).jpeg().toBuffer()
})
afterAll(() => town.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fileRoutes(town.installation).request(`http://town.test${path}`, { headers })

async function draftWithFiles() {
  const held = await startDraft(town.world, town.tenant, emptyDraft('problem'))
  return { held, photo: await add(held.id, 'photo'), document: await add(held.id, 'document') }
}

async function add(draft: DraftId, kind: 'photo' | 'document'): Promise<AttachmentId> {
  const name = kind === 'photo' ? 'foto.jpg' : 'però «così».pdf'
  const added = await addDraftFile(town.world, town.tenant, { draft, kind, name, bytes: kind === 'photo' ? bytes : pdf })
  if (!added.ok) throw new Error(added.refusal)
  return added.value.id
}

async function sentWithFiles() {
  const { held, photo, document } = await draftWithFiles()
  const ask = { ...plainReport(town.category('pothole').id), draft: held.id, submissionKey: held.id }
  const opened = await openReport(town.world, town.tenant, ask)
  if (!opened.ok) throw new Error(opened.refusal)
  return { held, photo, document, report: opened.value.report }
}

async function publish(report: ReportId, photo: AttachmentId): Promise<void> {
  await town.world.transaction(town.tenant, async (tx) => {
    await tx.db.updateTable('report').where('report.id', '=', report).set({ visible: true }).execute()
    await moderateAttachment(tx, photo, 'approved')
  })
}

describe('a file of a draft', () => {
  test('is for whoever holds the draft, in each size, and kept by no shared cache', async () => {
    const { held, photo } = await draftWithFiles()
    const cookie = `x=1; filo_bozza=${writeDraftCookie(held)}`
    for (const size of ['small', 'medium', 'large']) {
      const answer = await get(`/file/${photo}/${size}`, { cookie })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(answer.headers.get('cache-control')).toMatch(/^private/)
    }
  })

  test.each([undefined, 'filo_bozza=nothing', 'filo_bozza=019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa.aaaa'])(
    'is not there for anybody else: %s',
    async (cookie) => {
      const { photo } = await draftWithFiles()
      expect((await get(`/file/${photo}/small`, cookie ? { cookie } : {})).status).toBe(404)
    },
  )

  test('is not there for who holds another draft', async () => {
    const [mine, theirs] = [await draftWithFiles(), await draftWithFiles()]
    const cookie = `filo_bozza=${writeDraftCookie(mine.held)}`
    expect((await get(`/file/${theirs.photo}/small`, { cookie })).status).toBe(404)
  })
})

describe('a file of a report', () => {
  test('is no longer for the holder of the draft, but for the author with the private link', async () => {
    const { held, photo, document, report } = await sentWithFiles()
    const cookie = `filo_bozza=${writeDraftCookie(held)}`
    const key = signReportLink(town.world.secret, town.tenant, report)
    expect((await get(`/file/${photo}/small`, { cookie })).status).toBe(404)
    expect((await get(`/file/${photo}/small?chiave=${key}`)).status).toBe(200)
    expect((await get(`/file/${document}/document?chiave=${key}`)).status).toBe(200)
  })

  test('is not for the author of another report', async () => {
    const [mine, theirs] = [await sentWithFiles(), await sentWithFiles()]
    const key = signReportLink(town.world.secret, town.tenant, mine.report)
    expect((await get(`/file/${theirs.photo}/small?chiave=${key}`)).status).toBe(404)
  })

  test('is for everyone once the report is public and the photo approved; documents never', async () => {
    const { photo, document, report } = await sentWithFiles()
    expect((await get(`/file/${photo}/small`)).status).toBe(404)
    await publish(report, photo)
    const answer = await get(`/file/${photo}/small`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toMatch(/^public.*immutable/)
    expect((await get(`/file/${document}/document`)).status).toBe(404)
  })

  test('is not sent again to who has it', async () => {
    const { photo, report } = await sentWithFiles()
    await publish(report, photo)
    const tag = (await get(`/file/${photo}/small`)).headers.get('etag') ?? ''
    const again = await get(`/file/${photo}/small`, { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('is downloaded under its own name when it is a document, and never shown as a page', async () => {
    const { document, report } = await sentWithFiles()
    const key = signReportLink(town.world.secret, town.tenant, report)
    const { headers } = await get(`/file/${document}/document?chiave=${key}`)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="per_ _cos__.pdf"; filename*=UTF-8''per%C3%B2%20%C2%ABcos%C3%AC%C2%BB.pdf`,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })
})

test.each(['/file/x/small', '/file/019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa/small'])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('a size that there is none of is not there', async () => {
  const { held, photo, document } = await draftWithFiles()
  const cookie = `filo_bozza=${writeDraftCookie(held)}`
  expect((await get(`/file/${photo}/huge`, { cookie })).status).toBe(404)
  expect((await get(`/file/${document}/small`, { cookie })).status).toBe(404)
})

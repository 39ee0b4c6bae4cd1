import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyBooking } from '#domain/appointments/booking-draft.ts'
import { emptyDraft } from '#domain/reports/draft.ts'
import type { AttachmentId, DraftId } from '#domain/shared/id.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { listDraftAttachments, listReportAttachments } from '#server/storage/attachments.ts'
import { findBookingDraft, findDraft, listDraftsOf } from '#server/storage/drafts.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { monday, openTown, plainReport, type Town } from '#tests/town.ts'
import { type AddDraftFile, addDraftFile } from './add-draft-file.ts'
import { discardDraft, discardOwnDraft } from './discard-draft.ts'
import { keepDraft } from './keep-draft.ts'
import { removeDraftFile } from './remove-draft-file.ts'
import { saveDraft } from './save-draft.ts'
import { startDraft } from './start-draft.ts'

let town: Town
let photo: Uint8Array
const pdf = Buffer.from(`%PDF-1.7\n${'x'.repeat(64)}\n%%EOF\n`)
const content = { ...emptyDraft('problem'), title: '', email: 'ada@', description: 'così com’è' }

beforeAll(async () => {
  town = await openTown()
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a40' } })
    .jpeg()
    .toBuffer()
})
beforeEach(async () => {
  town.setNow(monday)
  for (const key of await keys()) await town.world.files.remove(key)
})
afterAll(() => town.close())

const start = () => startDraft(town.world, town.tenant, content)
const find = (token: string) => town.world.read(town.tenant, (reader) => findDraft(reader, hashToken(token)))
const files = (draft: DraftId) => town.world.read(town.tenant, (reader) => listDraftAttachments(reader, draft))
const add = (draft: DraftId, wanted: Partial<AddDraftFile> = {}) =>
  addDraftFile(town.world, town.tenant, { draft, kind: 'photo', bytes: photo, name: 'foto.jpg', ...wanted })
const keys = async () => {
  const found: string[] = []
  for await (const { key } of town.world.files.list()) found.push(key)
  return found
}

describe('a draft', () => {
  test('is opened by its token alone and holds what was typed, right or wrong', async () => {
    const { id, token } = await start()
    expect(await find(token)).toMatchObject({ id, content })
    expect(await find(randomUUID())).toBeNull()
  })

  test('of a booking is none of a report, and the other way round', async () => {
    const booking = await startDraft(town.world, town.tenant, { ...emptyBooking, details: 'Rinnovo' })
    const findBooking = (token: string) => town.world.read(town.tenant, (reader) => findBookingDraft(reader, hashToken(token)))
    expect((await findBooking(booking.token))?.content.details).toBe('Rinnovo')
    expect(await find(booking.token)).toBeNull()
    expect(await findBooking((await start()).token)).toBeNull()
  })

  test('keeps the last words that were saved', async () => {
    const { id, token } = await start()
    expect(await saveDraft(town.world, town.tenant, id, { ...content, title: 'Buca' })).toEqual({ ok: true, value: null })
    expect((await find(token))?.content.title).toBe('Buca')
  })

  test('that is gone can not be saved: draft_gone', async () => {
    const { id } = await start()
    await discardDraft(town.world, town.tenant, id)
    expect(await saveDraft(town.world, town.tenant, id, content)).toEqual({ ok: false, refusal: 'draft_gone' })
  })

  test('that is given up leaves neither row nor byte', async () => {
    const { id, token } = await start()
    await add(id)
    await discardDraft(town.world, town.tenant, id)
    expect(await find(token)).toBeNull()
    expect(await keys()).toEqual([])
  })

  test('of somebody who is signed in is found under their address, given up by them alone, and no longer found by a token of another', async () => {
    const [ada, ida] = [{ email: 'ada@example.org' }, { email: 'ida@example.org' }]
    const { id, token } = await startDraft(town.world, town.tenant, content, ada)
    await add(id)
    const guest = await start()
    expect(await keepDraft(town.world, town.tenant, guest.id, ada)).toMatchObject({ ok: true })
    const own = () => town.world.read(town.tenant, (reader) => listDraftsOf(reader, ada.email, 10))
    expect((await own()).map((draft) => draft.id).toSorted()).toEqual([id, guest.id].toSorted())
    const gone = { ok: false, refusal: 'draft_gone' }
    expect(await discardOwnDraft(town.world, town.tenant, id, ida)).toEqual(gone)
    expect(await find(token)).not.toBeNull()
    for (const one of [id, guest.id]) expect(await discardOwnDraft(town.world, town.tenant, one, ada)).toMatchObject({ ok: true })
    expect(await own()).toEqual([])
    expect(await keys()).toEqual([])
    expect(await keepDraft(town.world, town.tenant, id, ada)).toEqual(gone)
  })

  test('that nobody touched for a week is forgotten, and its bytes are swept; a touched one stays', async () => {
    const [left, kept] = [await start(), await start()]
    await add(left.id)
    town.setNow(new Date(monday.getTime() + 5 * 86_400_000))
    await add(kept.id)
    town.setNow(new Date(monday.getTime() + 8 * 86_400_000))
    const { handlers } = town.installation
    await handlers['sweep.drafts']({})
    town.setNow(new Date(Date.now() + 3 * 86_400_000))
    await handlers['sweep.files']({})
    expect(await find(left.token)).toBeNull()
    expect(await find(kept.token)).not.toBeNull()
    expect(await keys()).toHaveLength(3)
  })
})

describe('a file of a draft', () => {
  test('is stored at once: a photo in three sizes, a document as it is', async () => {
    const { id } = await start()
    await add(id)
    await add(id, { kind: 'document', bytes: pdf, name: 'relazione.pdf' })
    expect(await files(id)).toMatchObject([
      { kind: 'photo', name: 'foto.jpg', mediaType: 'image/jpeg', width: 40, height: 30, position: 0 },
      { kind: 'document', name: 'relazione.pdf', mediaType: 'application/pdf', position: 1 },
    ])
    expect(await keys()).toHaveLength(4)
  })

  test('is taken out with its bytes', async () => {
    const { id } = await start()
    const added = await add(id)
    const file = added.ok ? added.value.id : ('' as AttachmentId)
    expect(await removeDraftFile(town.world, town.tenant, { draft: id, file })).toMatchObject({ ok: true })
    expect(await files(id)).toEqual([])
    expect(await keys()).toEqual([])
  })

  test('of another draft can not be taken out: file_gone', async () => {
    const [mine, theirs] = [await start(), await start()]
    const added = await add(theirs.id)
    const file = added.ok ? added.value.id : ('' as AttachmentId)
    const refused = { ok: false, refusal: 'file_gone' }
    expect(await removeDraftFile(town.world, town.tenant, { draft: mine.id, file })).toEqual(refused)
    expect(await files(theirs.id)).toHaveLength(1)
  })

  test('goes over to the report', async () => {
    const { id } = await start()
    await add(id)
    const ask = { ...plainReport(town.category('pothole').id), draft: id, submissionKey: id }
    const opened = await openReport(town.world, town.tenant, ask)
    const report = opened.ok ? opened.value.report : ('' as never)
    expect(await town.world.read(town.tenant, (reader) => listReportAttachments(reader, report))).toMatchObject([
      { name: 'foto.jpg', draft: null, foundPlace: null },
    ])
  })

  test.each([
    ['image-type', { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') }],
    ['image-type', { bytes: pdf }],
    ['image-type', { bytes: Buffer.alloc(0) }],
    ['image-too-large', { bytes: Buffer.alloc(15 * 1024 * 1024 + 1) }],
    ['document-type', { kind: 'document', bytes: Buffer.from('MZ a program') }],
    ['document-damaged', { kind: 'document', bytes: pdf.subarray(0, 40) }],
    ['document-too-large', { kind: 'document', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) }],
  ] as const)('is refused and leaves no byte: %s', async (refusal, wanted) => {
    const { id } = await start()
    expect(await add(id, wanted)).toEqual({ ok: false, refusal })
    expect(await files(id)).toEqual([])
    expect(await keys()).toEqual([])
  })

  test('is refused when it is cut short', async () => {
    const { id } = await start()
    expect(await add(id, { bytes: photo.subarray(0, photo.length / 2) })).toEqual({ ok: false, refusal: 'image-damaged' })
    expect(await keys()).toEqual([])
  })

  test('is refused when it is a bomb of pixels', async () => {
    const { id } = await start()
    const bomb = await sharp({
      create: { width: 20_000, height: 20_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect(await add(id, { bytes: bomb })).toEqual({ ok: false, refusal: 'image-too-many-pixels' })
    expect(await keys()).toEqual([])
  })

  test('is refused beyond the most that a report carries, also when all come at once', async () => {
    const { id } = await start()
    const answers = await Promise.all(Array.from({ length: 7 }, () => add(id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'too-many-files')).toHaveLength(2)
    expect(await keys()).toHaveLength(15)
  })

  test('is refused when the draft is gone, and leaves no byte', async () => {
    const { id } = await start()
    await discardDraft(town.world, town.tenant, id)
    expect(await add(id)).toEqual({ ok: false, refusal: 'draft_gone' })
    expect(await keys()).toEqual([])
  })
})

describe('a draft that is sent', () => {
  test('ten times at once is one report, whose key is the id of the draft', async () => {
    const { id, token } = await start()
    await add(id)
    const ask = { ...plainReport(town.category('pothole').id), draft: id, submissionKey: id }
    const answers = await Promise.all(Array.from({ length: 10 }, () => openReport(town.world, town.tenant, ask)))
    const reports = new Set(answers.map((answer) => (answer.ok ? answer.value.report : answer.refusal)))
    expect(reports.size).toBe(1)
    expect(answers.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1)
    expect(await find(token)).toBeNull()
  })
})

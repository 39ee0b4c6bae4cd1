import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Author } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { isRepeated } from '#server/queries/author/is-repeated.ts'
import { readFollowedReport } from '#server/queries/author/read-followed-report.ts'
import { sumRatings } from '#server/queries/ratings/sum-ratings.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { addAuthorPhotos, authorPhotos } from './add-author-photos.ts'
import { addMessage } from './add-message.ts'
import { rateReport } from './rate-report.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const byAuthor = (report: Report): Author => ({ kind: 'author', report: report.id })
const asked = (report: Report) => ({ report: report.id, by: byAuthor(report), seenVersion: report.version })
const follow = async (report: Report) =>
  readFollowedReport(town.world, town.tenant, signReportLink(town.world.secret, town.tenant, report.id))

const photo = (): Attachment => ({
  id: town.world.newId<'attachment'>(),
  draft: null,
  report: null,
  message: null,
  kind: 'photo',
  key: randomUUID(),
  name: 'buca.jpg',
  mediaType: 'image/jpeg',
  bytes: 3,
  width: 10,
  height: 10,
  foundPlace: null,
  sourceUrl: null,
  moderation: 'approved',
  fromAuthor: true,
  position: 0,
  at: town.world.now(),
})
const photos = (n: number) => Array.from({ length: n }, photo)

async function closed(): Promise<Report> {
  const report = await town.report()
  const move = { act: 'resolve', text: 'Fatto.' } as const
  const by = town.desk
  await moveReport(town.world, town.tenant, { report: report.id, move, seenVersion: null, by, channel: 'web' })
  return town.read(report.id)
}

describe('a message of the author', () => {
  test('joins the conversation and leaves the stage as it is', async () => {
    const report = await town.report()
    expect(await addMessage(town.world, town.tenant, { ...asked(report), text: ' È peggiorata. ' })).toMatchObject({ ok: true })
    const followed = await follow(report)
    expect(followed?.messages).toMatchObject([{ kind: 'citizen', text: 'È peggiorata.', fromAuthor: true }])
    expect(followed?.report.stage).toBe('submitted')
  })

  test.each([
    ['text_missing', '  '],
    ['text_too_long', 'a'.repeat(5001)],
  ])('is refused: %s', async (refusal, text) => {
    const report = await town.report()
    expect(await addMessage(town.world, town.tenant, { ...asked(report), text })).toEqual({ ok: false, refusal })
  })

  test('is refused on a closed report, on another’s report and over an old version', async () => {
    const [shut, mine, other] = [await closed(), await town.report(), await town.report()]
    const write = (ask: Parameters<typeof addMessage>[2]) => addMessage(town.world, town.tenant, ask)
    expect(await write({ ...asked(shut), text: 'x' })).toMatchObject({ refusal: 'wrong_stage' })
    expect(await write({ ...asked(mine), by: byAuthor(other), text: 'x' })).toMatchObject({ refusal: 'not_yours' })
    expect(await write({ ...asked(mine), seenVersion: 9, text: 'x' })).toMatchObject({ refusal: 'old_version' })
  })
})

describe('photos of the author', () => {
  test('join the report after the others and wait for approval, whatever was said of them', async () => {
    const report = await town.report({ attachments: [photo()] })
    expect(await addAuthorPhotos(town.world, town.tenant, { ...asked(report), photos: photos(2) })).toMatchObject({ ok: true })
    const followed = await follow(report)
    expect(followed?.attachments.map(({ position, moderation }) => [position, moderation])).toEqual([
      [0, 'approved'],
      [1, 'pending'],
      [2, 'pending'],
    ])
    expect(followed?.events.at(-1)).toMatchObject({ kind: 'photo_added', detail: { pictures: 2 } })
  })

  test.each([
    ['photos_missing', 0],
    ['photos_at_once', authorPhotos.atOnce + 1],
  ])('are refused: %s', async (refusal, n) => {
    const report = await town.report()
    expect(await addAuthorPhotos(town.world, town.tenant, { ...asked(report), photos: photos(n) })).toMatchObject({ refusal })
  })

  test('are refused on a closed report, and when there are enough', async () => {
    const [shut, full] = [await closed(), await town.report({ attachments: photos(authorPhotos.inAll) })]
    const add = (report: Report) => addAuthorPhotos(town.world, town.tenant, { ...asked(report), photos: photos(1) })
    expect(await add(shut)).toMatchObject({ refusal: 'wrong_stage' })
    expect(await add(full)).toMatchObject({ refusal: 'too_many_photos' })
  })
})

describe('the private page', () => {
  test('holds no note of the staff, and opens with no other link', async () => {
    const report = await town.report()
    const by = town.desk
    await writeNote(town.world, town.tenant, { report: report.id, by, seenVersion: null, text: 'riservato' })
    expect(JSON.stringify((await follow(report))?.messages)).not.toContain('riservato')
    const token = signReportLink(town.world.secret, town.tenant, report.id)
    for (const wrong of ['', 'x'.repeat(43), token.slice(0, -2), `${token.slice(0, -4)}AAAA`]) {
      expect(await readFollowedReport(town.world, town.tenant, wrong)).toBeNull()
    }
  })

  test('knows what was sent twice from what somebody else did in between', async () => {
    const report = await town.report()
    const sent = { report: report.id, seenVersion: report.version, kind: 'message_added', pictures: null } as const
    await addMessage(town.world, town.tenant, { ...asked(report), text: 'Ancora lì.' })
    const repeated = (text: string, seenVersion = report.version) =>
      isRepeated(town.world, town.tenant, { ...sent, text, seenVersion })
    expect(await repeated('Ancora lì. ')).toBe(true)
    expect(await repeated('Altro.')).toBe(false)
    expect(await repeated('Ancora lì.', report.version + 1)).toBe(false)
    const by = town.desk
    const other = await town.report()
    await writeNote(town.world, town.tenant, { report: other.id, by, seenVersion: null, text: 'nota' })
    expect(await isRepeated(town.world, town.tenant, { ...sent, report: other.id, text: 'nota' })).toBe(false)
  })
})

describe('the judgement of the author', () => {
  const rate = (report: Report, stars: number, text = '', notResolved = false) =>
    rateReport(town.world, town.tenant, { ...asked(report), stars, text, notResolved })

  test('is kept with the report and its history, and the words with the conversation', async () => {
    const report = await closed()
    expect(await rate(report, 2, 'Ci è voluto molto.')).toMatchObject({ ok: true })
    const again = await town.read(report.id)
    expect(again.stars).toBe(2)
    expect(await rate(again, 4)).toMatchObject({ ok: true })
    expect((await town.read(report.id)).stars).toBe(4)
    const followed = await follow(report)
    expect(followed?.events.slice(-2)).toMatchObject([
      { kind: 'rated', detail: { stars: 2 } },
      { kind: 'rated', detail: { stars: 4 } },
    ])
    expect(followed?.messages.at(-1)).toMatchObject({ kind: 'citizen', text: 'Ci è voluto molto.', fromAuthor: true })
  })

  test('counts for the office that answered, once however often it changes', async () => {
    const report = await closed()
    const counted = async () => {
      const { stars } = await town.world.read(town.tenant, (reader) =>
        sumRatings(reader, town.directory, {
          from: '2026-01-01',
          to: '2026-12-31',
          today: '2026-05-11',
          kind: 'report',
          office: null,
          subject: null,
          seen: null,
        }),
      )
      return stars
    }
    const before = await counted()
    await rate(report, 1)
    await rate(await town.read(report.id), 5)
    expect(await counted()).toEqual(before.map((n, at) => (at === 4 ? n + 1 : n)))
  })

  test('that says that it is not resolved opens the report again, with the words as the reason', async () => {
    const report = await closed()
    expect(await rate(report, 1, 'La buca c’è ancora.', true)).toMatchObject({ ok: true })
    const again = await town.read(report.id)
    expect(again).toMatchObject({ stage: 'in_charge', stars: 1, version: report.version + 2 })
    const followed = await follow(report)
    expect(followed?.events.slice(-2)).toMatchObject([{ kind: 'rated' }, { kind: 'reopened' }])
    expect(followed?.messages.filter(({ text }) => text === 'La buca c’è ancora.')).toHaveLength(1)
  })

  test('that says so without saying why, or too late, is not taken at all', async () => {
    const report = await closed()
    expect(await rate(report, 1, ' ', true)).toEqual({ ok: false, refusal: 'text_missing' })
    town.setNow(new Date(monday.getTime() + 40 * 86_400_000))
    expect(await rate(report, 1, 'C’è ancora.', true)).toEqual({ ok: false, refusal: 'term_over' })
    town.setNow(monday)
    expect(await town.read(report.id)).toMatchObject({ stars: null, version: report.version })
  })

  test.each([
    ['wrong_stage', async () => town.report(), 3],
    ['stars_missing', closed, 0],
    ['old_version', async () => ({ ...(await closed()), version: 1 }), 3],
  ] as const)('is refused: %s', async (refusal, make, stars) => {
    expect(await rate(await make(), stars)).toEqual({ ok: false, refusal })
  })
})

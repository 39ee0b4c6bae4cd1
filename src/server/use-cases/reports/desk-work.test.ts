import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttachmentId, ReportId } from '#domain/shared/id.ts'
import { insertAttachment, listReportAttachments } from '#server/storage/attachments.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { assignReport } from './assign-report.ts'
import { classifyReport } from './classify-report.ts'
import { moderatePhoto } from './moderate-photo.ts'
import { moderateReport } from './moderate-report.ts'
import { moveReport } from './move-report.ts'
import { writeNote } from './write-note.ts'
import { writeReply } from './write-reply.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const unseen = { seenVersion: null, channel: 'web' } as const
const take = async () => {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
  await moveReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, move })
  return town.read(report.id)
}

async function hang(report: ReportId): Promise<AttachmentId> {
  const id = town.world.newId<'attachment'>()
  const picture = {
    id,
    report,
    draft: null,
    message: null,
    kind: 'photo',
    key: id,
    name: 'buca.jpg',
    mediaType: 'image/webp',
  } as const
  const rest = {
    bytes: 1,
    width: 1,
    height: 1,
    foundPlace: null,
    sourceUrl: null,
    moderation: 'pending',
    fromAuthor: true,
  } as const
  await town.world.transaction(town.tenant, (tx) => insertAttachment(tx, { ...picture, ...rest, position: 0, at: monday }))
  return id
}

describe('a move', () => {
  test('leaves the report, its event and its message together, one version later', async () => {
    const report = await take()
    const asked = await moveReport(town.world, town.tenant, {
      ...unseen,
      report: report.id,
      by: town.roads,
      move: { act: 'ask', text: 'Dove?' },
    })
    expect(asked.ok).toBe(true)
    const [after, events, messages] = await town.world.read(town.tenant, async (reader) => [
      await town.read(report.id),
      await listEvents(reader, report.id),
      await listMessages(reader, report.id, ['question']),
    ])
    expect(after).toMatchObject({ stage: 'waiting', version: report.version + 1 })
    expect(events.at(-1)).toMatchObject({ kind: 'asked', version: after.version, detail: { from: 'in_charge', to: 'waiting' } })
    expect(messages).toMatchObject([{ text: 'Dove?', fromAuthor: false, account: town.roads.account }])
  })

  test('that is refused leaves nothing', async () => {
    const report = await take()
    const refused = await moveReport(town.world, town.tenant, {
      ...unseen,
      report: report.id,
      by: town.parks,
      move: { act: 'ask', text: 'Dove?' },
    })
    expect(refused).toEqual({ ok: false, refusal: 'not_yours' })
    expect((await town.read(report.id)).version).toBe(report.version)
  })

  test.each([
    ['office_unknown', 'nobody', null],
    ['person_unknown', 'roads', 'parks'],
  ] as const)('names what it does not know: %s', async (refusal, officeCode, person) => {
    const report = await town.report()
    const office = officeCode === 'nobody' ? ('019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as never) : town.office(officeCode)
    const move = { act: 'take_in_charge', office, person: person ? town.parks.account : null } as const
    expect(await moveReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, move })).toEqual({
      ok: false,
      refusal,
    })
  })

  test('of two and twenty who saw the same version, exactly one wins and the others are told', async () => {
    const report = await take()
    const answers = await Promise.all(
      Array.from({ length: 22 }, (_, n) =>
        moveReport(town.world, town.tenant, {
          report: report.id,
          seenVersion: report.version,
          channel: 'web',
          by: town.desk,
          move: { act: 'plan', date: `2026-06-${String(n + 1).padStart(2, '0')}` },
        }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.refusal))).toEqual(Array(21).fill('old_version'))
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    expect(events.filter(({ kind }) => kind === 'planned')).toHaveLength(1)
    await town.runJobs()
    expect(town.letters.filter(({ subject }) => new RegExp(`\\b${report.number}\\b`).test(subject))).toHaveLength(3)
  })

  test('a question that nobody answers gives the report back after the term', async () => {
    const report = await take()
    await moveReport(town.world, town.tenant, {
      ...unseen,
      report: report.id,
      by: town.desk,
      move: { act: 'ask', text: 'Dove?' },
    })
    const asked = (await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))).at(-1)
    if (!asked) throw new Error('no event')
    await town.installation.handlers['waiting.time-out']({ tenant: town.tenant, report: report.id, event: asked.id })
    expect((await town.read(report.id)).stage).toBe('in_charge')
  })
})

describe('without a move', () => {
  test('an office manager hands a report over, an operator of another office does not', async () => {
    const report = await take()
    const asked = { ...unseen, report: report.id, office: town.office('parks'), person: town.parks.account }
    expect(await assignReport(town.world, town.tenant, { ...asked, by: town.parks })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await assignReport(town.world, town.tenant, { ...asked, by: town.roads })).toMatchObject({ ok: true })
    expect(await town.read(report.id)).toMatchObject({ ownerOffice: town.office('parks'), ownerPerson: town.parks.account })
  })

  test('the desk files a report elsewhere, and nobody files it under a group', async () => {
    const report = await take()
    const asked = { ...unseen, report: report.id, kind: 'complaint', by: town.desk } as const
    expect(await classifyReport(town.world, town.tenant, { ...asked, category: town.category('green').id })).toEqual({
      ok: false,
      refusal: 'category_unknown',
    })
    expect(await classifyReport(town.world, town.tenant, { ...asked, category: town.category('tree').id })).toMatchObject({
      ok: true,
    })
    expect(await town.read(report.id)).toMatchObject({
      kind: 'complaint',
      category: town.category('tree').id,
      routedOffice: town.office('parks'),
    })
  })

  test.each([
    ['no_consent', { consent: false }, true],
    ['not_in_charge', {}, false],
  ] as const)('a report is not shown: %s', async (refusal, wanted, taken) => {
    const report = await town.report(wanted)
    const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
    if (taken) await moveReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, move })
    expect(
      await moderateReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, moderation: 'approved' }),
    ).toEqual({ ok: false, refusal })
  })

  test('a report is shown, and hidden again', async () => {
    const report = await take()
    const moderate = (moderation: 'approved' | 'rejected') =>
      moderateReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, moderation })
    expect(await moderate('approved')).toMatchObject({ ok: true })
    expect((await town.read(report.id)).visible).toBe(true)
    expect(await moderate('approved')).toEqual({ ok: false, refusal: 'nothing_changes' })
    await moderate('rejected')
    expect((await town.read(report.id)).visible).toBe(false)
  })

  test('a photo is shown, and one of another report is not found', async () => {
    const [report, other] = [await take(), await take()]
    const photo = await hang(report.id)
    const show = (of: ReportId, by = town.desk) =>
      moderatePhoto(town.world, town.tenant, { ...unseen, report: of, by, photo, moderation: 'approved' })
    expect(await show(other.id)).toEqual({ ok: false, refusal: 'no_such_photo' })
    expect(await show(report.id, town.roads)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await show(report.id)).toMatchObject({ ok: true })
    const [attachments, events] = await town.world.read(town.tenant, async (reader) => [
      await listReportAttachments(reader, report.id),
      await listEvents(reader, report.id),
    ])
    expect(attachments).toMatchObject([{ moderation: 'approved' }])
    expect(events.at(-1)).toMatchObject({ kind: 'photo_moderated', version: report.version + 1 })
  })

  test('a note is for staff and mails nobody; a reply is the first reply and mails the author', async () => {
    const report = await take()
    await town.runJobs()
    const before = town.letters.length
    await writeNote(town.world, town.tenant, { ...unseen, report: report.id, by: town.roads, text: 'Sentito il vicino' })
    await town.runJobs()
    expect(town.letters.length).toBe(before)
    await writeReply(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, text: 'Ci stiamo lavorando' })
    await town.runJobs()
    expect(town.letters.length).toBe(before + 1)
    expect((await town.read(report.id)).firstReplyAt).not.toBeNull()
    expect(
      await writeReply(town.world, town.tenant, { ...unseen, report: report.id, by: town.roads, text: 'Anche noi' }),
    ).toEqual({ ok: false, refusal: 'not_yours' })
  })
})

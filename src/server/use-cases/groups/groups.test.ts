import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import type { Move } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Letter } from '#server/gateways/mail.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { listEvents } from '#server/storage/events.ts'
import { listFollowers } from '#server/storage/groups.ts'
import { listMessages } from '#server/storage/messages.ts'
import { addMessage } from '#server/use-cases/author/add-message.ts'
import { encloseFiles } from '#server/use-cases/reports/enclose-files.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { storeDocument } from '#server/use-cases/reports/store-document.ts'
import { writeReply } from '#server/use-cases/reports/write-reply.ts'
import { openTown, type Town } from '#tests/town.ts'
import { followStep } from './follow-step.ts'
import { groupReport } from './group-report.ts'
import { leadGroup } from './lead-group.ts'
import { ungroupReport } from './ungroup-report.ts'

let town: Town
const letters: Letter[] = []
beforeAll(async () => {
  town = await openTown({ mailer: { send: async (letter) => void letters.push(letter) } })
})
beforeEach(() => {
  letters.length = 0
})
afterAll(() => town.close())

const names = ['Ada Verdi', 'Bruno Neri', 'Carla Bianchi', 'Dino Viola', 'Elsa Rosa', 'Fulvio Gialli']

/** A report from a person of its own. */
async function reportOf(nth: number): Promise<Report> {
  const [firstName = '', lastName = ''] = (names[nth] ?? '').split(' ')
  const email = `${firstName.toLowerCase()}-${randomUUID().slice(0, 6)}@example.org`
  return town.report({ author: { firstName, lastName, email, phone: null, locale: 'it' } })
}

const ask = (report: ReportId, by: Actor = town.desk) => ({ report, by, seenVersion: null })
const group = (report: Report, lead: Report | null) =>
  groupReport(town.world, town.tenant, { ...ask(report.id), lead: lead?.id ?? null })
const move = (report: Report, to: Move, by: Actor = town.desk) =>
  moveReport(town.world, town.tenant, { ...ask(report.id, by), move: to, channel: 'web' })
const author = (report: Report): Actor & { kind: 'author' } => ({ kind: 'author', report: report.id })
const followers = (lead: Report) => town.world.read(town.tenant, (reader) => listFollowers(reader, lead.id))
const eventsOf = async (report: Report) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))).map(({ kind }) => kind)
const repliesTo = async (report: Report) =>
  (await town.world.read(town.tenant, (reader) => listMessages(reader, report.id, ['reply']))).map(({ text }) => text)

/** A lead and those that follow it, with every letter about it sent. */
async function groupOf(size: number): Promise<{ lead: Report; rest: readonly Report[] }> {
  const all: Report[] = []
  for (let nth = 0; nth < size; nth++) all.push(await reportOf(nth))
  const [lead, ...rest] = all
  if (!lead) throw new Error('nobody leads')
  for (const report of rest) expect(await group(report, lead)).toMatchObject({ ok: true })
  await town.runJobs()
  letters.length = 0
  return { lead, rest }
}

describe('grouping', () => {
  test('puts a report under another, tells its author, and shows in both histories', async () => {
    const [lead, report] = [await reportOf(0), await reportOf(1)]
    expect(await group(report, lead)).toMatchObject({ ok: true })
    expect((await town.read(report.id)).lead).toBe(lead.id)
    expect(await eventsOf(report)).toContain('grouped')
    expect(await eventsOf(lead)).toContain('gathered')
    await town.runJobs()
    const told = letters.filter(({ subject }) => subject.includes('unita ad altre'))
    expect(told.map(({ to }) => to.name)).toEqual(['Bruno Neri'])
    expect(told[0]?.text).not.toContain('Ada')
  })

  test('never makes chains: what follows a report moves along with it, and a follower that is named stands for its lead', async () => {
    const { lead, rest } = await groupOf(3)
    const [first, late] = [await reportOf(4), await reportOf(5)]
    expect(await group(lead, first)).toMatchObject({ ok: true })
    expect(await followers(first)).toEqual([lead.id, ...rest.map(({ id }) => id)])
    expect(await group(late, lead)).toMatchObject({ ok: true })
    expect((await town.read(late.id)).lead).toBe(first.id)
    for (const one of rest) expect(await eventsOf(one)).toContain('regrouped')
  })

  test('is refused by name', async () => {
    const { lead, rest } = await groupOf(2)
    const [follower] = rest
    if (!follower) throw new Error('nobody follows')
    const stranger = await reportOf(3)
    const refusals = [
      await group(stranger, null),
      await group(stranger, { ...lead, id: town.world.newId<'report'>() }),
      await group(lead, lead),
      await group(lead, follower),
      await group(follower, lead),
      await groupReport(town.world, town.tenant, { ...ask(stranger.id, town.roads), lead: lead.id }),
      await groupReport(town.world, town.tenant, { ...ask(stranger.id), seenVersion: 99, lead: lead.id }),
    ].map((answer) => (answer.ok ? null : answer.refusal))
    expect(refusals).toEqual([
      'other_report_missing',
      'other_report_unknown',
      'lead_itself',
      'lead_itself',
      'nothing_changes',
      'not_yours',
      'old_version',
    ])
    await move(lead, { act: 'resolve', text: 'Fatto.' })
    expect(await group(stranger, lead)).toEqual({ ok: false, refusal: 'lead_closed' })
    expect(await group(lead, stranger)).toEqual({ ok: false, refusal: 'report_closed' })
  })

  test('is refused where the report from whose page it is asked has changed since', async () => {
    const { lead, rest } = await groupOf(3)
    const [one, other] = rest
    if (!one || !other) throw new Error('nobody follows')
    const joining = await reportOf(3)
    const old = { by: town.desk, seenVersion: lead.version, seen: lead.id }
    const refused = { ok: false, refusal: 'old_version' }
    expect(await groupReport(town.world, town.tenant, { ...old, report: joining.id, lead: lead.id })).toEqual(refused)
    expect(await ungroupReport(town.world, town.tenant, { ...old, report: one.id })).toEqual(refused)
    expect(await leadGroup(town.world, town.tenant, { ...old, report: one.id })).toEqual(refused)
    const now = { ...old, seenVersion: (await town.read(lead.id)).version }
    expect(await groupReport(town.world, town.tenant, { ...now, report: joining.id, lead: lead.id })).toMatchObject({ ok: true })
    const later = { ...old, seenVersion: (await town.read(lead.id)).version }
    expect(await ungroupReport(town.world, town.tenant, { ...later, report: one.id })).toMatchObject({ ok: true })
    expect(await leadGroup(town.world, town.tenant, { ...later, report: other.id })).toMatchObject({ ok: true })
  })

  test('two at once that would follow each other never both come true', async () => {
    const [one, other] = [await reportOf(0), await reportOf(1)]
    await Promise.all([group(one, other), group(other, one)])
    const leads = [(await town.read(one.id)).lead, (await town.read(other.id)).lead]
    expect(leads.filter((lead) => lead === null)).toHaveLength(1)
  })
})

describe('what the body tells the lead’s author', () => {
  test('closes a group of five with one reply and five letters, each to its own author', async () => {
    const { lead, rest } = await groupOf(5)
    await move(lead, { act: 'resolve', text: 'Gentile Ada Verdi, la buca è chiusa.' })
    await town.runJobs()
    const closed = await Promise.all([lead, ...rest].map(({ id }) => town.read(id)))
    expect(closed.map(({ stage }) => stage)).toEqual(Array(5).fill('resolved'))
    expect(letters.map(({ to }) => to.name).toSorted()).toEqual(names.slice(0, 5))
    for (const { to, text } of letters) {
      expect(text).toContain(`Gentile ${to.name}, la buca è chiusa.`)
      for (const other of names.filter((name) => name !== to.name)) expect(text).not.toContain(other)
    }
    const [follower] = rest
    if (follower) expect(await repliesTo(follower)).toEqual(['Gentile Bruno Neri, la buca è chiusa.'])
  })

  test('reaches every author: taken in charge, planned, a reply in between, declined with its reason', async () => {
    const { lead, rest } = await groupOf(2)
    const [follower] = rest
    if (!follower) throw new Error('nobody follows')
    const steps: readonly (() => Promise<unknown>)[] = [
      () => move(lead, { act: 'take_in_charge', office: town.office('roads'), person: null }),
      () => move(lead, { act: 'plan', date: '2026-06-01' }),
      () => writeReply(town.world, town.tenant, { ...ask(lead.id), text: 'Ci siamo.' }),
      () => move(lead, { act: 'decline', reason: 'not_feasible', text: 'Non si può.', duplicateOf: null }),
    ]
    for (const step of steps) {
      await step()
      await town.runJobs()
    }
    expect(await eventsOf(follower)).toEqual(['submitted', 'grouped', 'taken_in_charge', 'planned', 'replied', 'declined'])
    expect(await town.read(follower.id)).toMatchObject({ stage: 'declined', declineReason: 'not_feasible' })
    expect(letters.filter(({ to }) => to.name === 'Bruno Neri')).toHaveLength(4)
  })

  test('with the files that went with it, each author’s own copy', async () => {
    const { lead, rest } = await groupOf(3)
    const bytes = Buffer.from('%PDF-1.7\nciao\n%%EOF\n')
    const file = await storeDocument(town.world, { bytes, name: 'verbale.pdf' })
    if (!file.ok) throw new Error(file.refusal)
    await encloseFiles(town.world, town.tenant, { report: lead.id, by: town.desk, form: 'resolve', files: [file.value] })
    await move(lead, { act: 'resolve', text: 'La grata è nuova.' })
    await town.runJobs()
    const keys = new Set<string>()
    for (const report of [lead, ...rest]) {
      const files = await town.world.read(town.tenant, (reader) => listReportAttachments(reader, report.id))
      expect(files).toMatchObject([{ name: 'verbale.pdf', moderation: 'rejected', fromAuthor: false }])
      keys.add(files[0]?.key ?? '')
      expect(await town.world.files.get(files[0]?.key ?? '')).toEqual(expect.anything())
    }
    expect(keys.size).toBe(3)
    expect(letters.filter(({ text }) => text.includes('verbale.pdf: http'))).toHaveLength(3)
  })

  test('unless it would be closed as a duplicate of one of them', async () => {
    const { lead, rest } = await groupOf(2)
    const duplicate = {
      act: 'decline',
      reason: 'duplicate',
      text: 'Già segnalata.',
      duplicateOf: rest[0]?.id as ReportId,
    } as const
    expect(await move(lead, duplicate)).toEqual({ ok: false, refusal: 'other_report_follows' })
    expect((await town.read(lead.id)).stage).toBe('submitted')
  })

  test('but not a question, which one author is asked', async () => {
    const { lead, rest } = await groupOf(2)
    await move(lead, { act: 'ask', text: 'Quale lato della strada?' })
    await town.runJobs()
    expect(new Set(letters.map(({ to }) => to.name))).toEqual(new Set(['Ada Verdi']))
    for (const { id } of rest) expect((await town.read(id)).stage).toBe('submitted')
  })

  test('is told once, however often the job runs, and not to what left the group', async () => {
    const { lead, rest } = await groupOf(3)
    const [stays, leaves] = rest
    if (!stays || !leaves) throw new Error('nobody follows')
    const told = await move(lead, { act: 'plan', date: '2026-06-01' })
    if (!told.ok) throw new Error(told.refusal)
    await ungroupReport(town.world, town.tenant, ask(leaves.id))
    await town.runJobs()
    const neutral = { greeting: '', person: '', removed: '' }
    await followStep(town.world, town.tenant, { report: stays.id, event: told.value, neutral })
    await town.runJobs()
    expect((await eventsOf(stays)).filter((kind) => kind === 'planned')).toHaveLength(1)
    expect(await eventsOf(leaves)).not.toContain('planned')
    expect((await town.read(leaves.id)).lead).toBeNull()
  })

  test('reopens what was closed with its lead, and nothing else', async () => {
    const { lead, rest } = await groupOf(3)
    const [alone, together] = rest
    if (!alone || !together) throw new Error('nobody follows')
    await move(alone, { act: 'decline', reason: 'improper', text: 'No.', duplicateOf: null })
    await move(lead, { act: 'resolve', text: 'Fatto.' })
    await town.runJobs()
    await move(lead, { act: 'reopen', text: 'Non era finito.' })
    await town.runJobs()
    expect((await town.read(together.id)).stage).toBe('in_charge')
    expect((await town.read(alone.id)).stage).toBe('declined')
  })
})

describe('what an author of a group does', () => {
  test('marks the lead, where whoever has the group looks', async () => {
    const { lead, rest } = await groupOf(2)
    const [follower] = rest
    if (!follower) throw new Error('nobody follows')
    await addMessage(town.world, town.tenant, { ...ask(follower.id), by: author(follower), text: 'È peggiorata.' })
    await town.runJobs()
    expect(await town.read(lead.id)).toMatchObject({ authorSaid: 'message', version: (await town.read(lead.id)).version })
    await writeReply(town.world, town.tenant, { ...ask(lead.id), text: 'Lo sappiamo.' })
    await town.runJobs()
    expect((await town.read(lead.id)).authorWaitsSince).toBeNull()
    expect((await town.read(follower.id)).authorWaitsSince).toBeNull()
  })

  test('reopening leaves the group; the others stay closed', async () => {
    const { lead, rest } = await groupOf(3)
    const [reopens, stays] = rest
    if (!reopens || !stays) throw new Error('nobody follows')
    await move(lead, { act: 'resolve', text: 'Fatto.' })
    await town.runJobs()
    expect(await move(reopens, { act: 'reopen', text: 'Non è vero.' }, author(reopens))).toMatchObject({ ok: true })
    await town.runJobs()
    expect(await town.read(reopens.id)).toMatchObject({ stage: 'in_charge', lead: null })
    expect(await town.read(stays.id)).toMatchObject({ stage: 'resolved', lead: lead.id })
  })

  test('withdrawing the lead passes the group on to the eldest', async () => {
    const { lead, rest } = await groupOf(3)
    const [eldest, young] = rest
    if (!eldest || !young) throw new Error('nobody follows')
    await move(lead, { act: 'withdraw' }, author(lead))
    await town.runJobs()
    expect((await town.read(eldest.id)).lead).toBeNull()
    expect((await town.read(young.id)).lead).toBe(eldest.id)
  })
})

test('another report of the group takes the lead, and the rest follows it', async () => {
  const { lead, rest } = await groupOf(3)
  const [next, young] = rest
  if (!next || !young) throw new Error('nobody follows')
  expect(await leadGroup(town.world, town.tenant, ask(next.id))).toMatchObject({ ok: true })
  expect(await followers(next)).toEqual([lead.id, young.id])
  expect(await leadGroup(town.world, town.tenant, ask(next.id))).toEqual({ ok: false, refusal: 'not_grouped' })
  const alone = await reportOf(4)
  expect(await ungroupReport(town.world, town.tenant, ask(alone.id))).toEqual({ ok: false, refusal: 'not_grouped' })
})

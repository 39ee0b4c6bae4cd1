import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { openTown, type Town } from '#tests/town.ts'
import { moveReport } from './move-report.ts'
import { proposeReply } from './propose-reply.ts'
import { writeReply } from './write-reply.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const unseen = { seenVersion: null, channel: 'web' } as const
async function taken(): Promise<ReportId> {
  const { id } = await town.report()
  const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
  await moveReport(town.world, town.tenant, { ...unseen, report: id, by: town.desk, move })
  return id
}
const propose = (report: ReportId, text: string, by = town.roads) =>
  proposeReply(town.world, town.tenant, { ...unseen, report, by, text })
const proposals = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listMessages(reader, report, ['note']))).filter(({ proposed }) => proposed)
const waiting = async () =>
  (await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))).proposed

test('a proposed reply waits in the inbox, becomes the reply, and is told to the author only then', async () => {
  const report = await taken()
  await town.runJobs()
  const before = town.letters.length
  expect(await propose(report, 'La buca sarà chiusa domani.')).toMatchObject({ ok: true })
  await town.runJobs()
  expect(town.letters).toHaveLength(before)
  expect(await waiting()).toBe(1)
  const [first] = await proposals(report)
  expect(first).toMatchObject({ kind: 'note', proposed: 'open', text: 'La buca sarà chiusa domani.' })

  const proposal = first?.id ?? null
  const sent = await writeReply(town.world, town.tenant, {
    ...unseen,
    report,
    by: town.desk,
    text: 'Sarà chiusa domani.',
    proposal,
  })
  expect(sent).toMatchObject({ ok: true })
  expect(await proposals(report)).toMatchObject([{ proposed: 'used' }])
  expect(await waiting()).toBe(0)
  const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report))
  expect(events.at(-1)).toMatchObject({ kind: 'replied', detail: { proposal } })
  await town.runJobs()
  expect(town.letters.at(-1)?.text).toContain('> Sarà chiusa domani.')
})

test('a newer proposal, or a reply made of none, supersedes it; a used one is not used again', async () => {
  const report = await taken()
  await propose(report, 'Prima.')
  await propose(report, 'Seconda.')
  expect((await proposals(report)).map(({ proposed }) => proposed)).toEqual(['superseded', 'open'])
  const [old] = await proposals(report)
  const move = { act: 'resolve', text: 'Fatto.' } as const
  const by = town.desk
  await moveReport(town.world, town.tenant, { ...unseen, report, by, move, proposal: old?.id ?? null })
  expect((await proposals(report)).map(({ proposed }) => proposed)).toEqual(['superseded', 'superseded'])
  const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report))
  expect(events.at(-1)?.detail.proposal).toBeUndefined()
})

test('is refused to another office', async () => {
  expect(await propose(await taken(), 'Ecco', town.parks)).toEqual({ ok: false, refusal: 'not_yours' })
})

test('the office that owns it replies itself, and leaves it open, where the category lets offices answer', async () => {
  const lamp = await town.report({ category: town.category('lamp').id, answers: { lamp_number: ['12'], how_many: ['one'] } })
  const reply = async (id: ReportId) => {
    const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
    await moveReport(town.world, town.tenant, { ...unseen, report: id, by: town.desk, move })
    return writeReply(town.world, town.tenant, { ...unseen, report: id, by: town.roads, text: 'Veniamo lunedì.' })
  }
  expect(await reply(lamp.id)).toMatchObject({ ok: true })
  expect((await town.read(lamp.id)).stage).toBe('in_charge')
  expect(await reply((await town.report()).id)).toEqual({ ok: false, refusal: 'not_yours' })
})

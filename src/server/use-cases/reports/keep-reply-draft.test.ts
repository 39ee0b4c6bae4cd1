import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { listReplyDrafts } from '#server/storage/reply-drafts.ts'
import { openTown, type Town } from '#tests/town.ts'
import { type KeepReplyDraft, keepReplyDraft } from './keep-reply-draft.ts'
import { writeReply } from './write-reply.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const keep = (report: ReportId, text: string, by: Staff = town.desk, more: Partial<KeepReplyDraft> = {}) =>
  keepReplyDraft(town.world, town.tenant, { report, by, form: 'reply', text, seenVersion: null, ...more })
const drafts = (report: ReportId, by: Staff, since = town.world.now()) =>
  town.world.read(town.tenant, (reader) => listReplyDrafts(reader, report, by.account, since))

test('what is written is there again, the last of it, and for its writer alone', async () => {
  const { id } = await town.report()
  await keep(id, 'Gentile')
  await keep(id, 'Gentile Ada,')
  expect(await drafts(id, town.desk)).toEqual({ own: { reply: 'Gentile Ada,' }, others: [] })
  expect(await drafts(id, town.roads)).toEqual({ own: {}, others: ['Dora Desk'] })
  expect(await drafts(id, town.roads, new Date(town.world.now().getTime() + 1))).toEqual({ own: {}, others: [] })
})

test('an emptied text is forgotten', async () => {
  const { id } = await town.report()
  await keep(id, 'Gentile')
  await keep(id, '  ')
  expect(await drafts(id, town.desk)).toEqual({ own: {}, others: [] })
})

test('what arrives after its text was sent is not kept; whatever else is', async () => {
  const { id, version } = await town.report()
  const reply = { report: id, by: town.desk, seenVersion: null, text: 'Gentile Ada, grazie.' }
  expect(await writeReply(town.world, town.tenant, reply)).toMatchObject({ ok: true })
  await keep(id, 'Gentile Ada, gra', town.desk, { seenVersion: version })
  expect(await drafts(id, town.desk)).toEqual({ own: {}, others: [] })
  await keep(id, 'Ancora', town.desk, { seenVersion: version, form: 'note' })
  await keep(id, 'Altro', town.roads, { seenVersion: version })
  await keep(id, 'Di nuovo', town.desk, { seenVersion: version + 1 })
  expect((await drafts(id, town.desk)).own).toEqual({ note: 'Ancora', reply: 'Di nuovo' })
  expect((await drafts(id, town.roads)).own).toEqual({ reply: 'Altro' })
})

test('nobody writes about what they may not read, or what is not there', async () => {
  const { id } = await town.report()
  expect(await keep(id, 'x', town.parks)).toEqual({ ok: false, refusal: 'not_yours' })
  expect(await keep(town.world.newId<'report'>(), 'x')).toEqual({ ok: false, refusal: 'no_such_report' })
})

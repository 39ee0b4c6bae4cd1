import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { listReplyDrafts } from '#server/storage/reply-drafts.ts'
import { openTown, type Town } from '#tests/town.ts'
import { keepReplyDraft } from './keep-reply-draft.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const keep = (report: ReportId, text: string, by: Staff = town.desk) =>
  keepReplyDraft(town.world, town.tenant, { report, by, form: 'reply', text })
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

test('nobody writes about what they may not read, or what is not there', async () => {
  const { id } = await town.report()
  expect(await keep(id, 'x', town.parks)).toEqual({ ok: false, refusal: 'not_yours' })
  expect(await keep(town.world.newId<'report'>(), 'x')).toEqual({ ok: false, refusal: 'no_such_report' })
})

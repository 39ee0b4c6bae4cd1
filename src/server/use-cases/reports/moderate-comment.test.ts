import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Machine } from '#domain/people/actor.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { MessageId, ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { readPublicReport } from '#server/queries/public/read-report.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { publicReport } from '#tests/publish.ts'
import { openTown, type Town } from '#tests/town.ts'
import { createApiKey } from '../api-keys/create-api-key.ts'
import { addUpdate } from './add-update.ts'
import { moderateComment } from './moderate-comment.ts'
import { writeNote } from './write-note.ts'

let town: Town
let program: Machine
beforeAll(async () => {
  town = await openTown()
  const key = await createApiKey(town.world, town.tenant, { by: { kind: 'system' }, name: 'Un’app', scopes: ['open311:write'] })
  if (!key.ok) throw new Error(key.refusal)
  program = { kind: 'machine', key: key.value.id, scopes: ['open311:write'] }
})
afterAll(() => town.close())

const unseen = { seenVersion: null, channel: 'web' } as const

async function commented(): Promise<{ readonly report: ReportId; readonly number: number; readonly comment: MessageId }> {
  const { id, number } = await publicReport(town, { by: program, channel: 'open311' })
  const said = { text: 'Anche davanti al 14.', email: 'altra@example.org', writtenAt: town.world.now(), wish: 'none' } as const
  const ask = { ...said, report: id, by: program, updateId: randomUUID(), photos: [], mediaUrls: [] }
  expect(await addUpdate(town.world, town.tenant, ask)).toMatchObject({ ok: true })
  const [comment] = await town.world.read(town.tenant, (reader) => listMessages(reader, id, ['comment']))
  if (!comment) throw new Error('the comment was not kept')
  return { report: id, number, comment: comment.id }
}
const look = (report: ReportId, comment: MessageId, moderation: Moderation, by = town.desk) =>
  moderateComment(town.world, town.tenant, { ...unseen, report, by, comment, moderation })
const read = (number: number) => town.world.read(town.tenant, (reader) => readPublicReport(reader, number))
const toModerate = async () =>
  (await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))).moderate

describe('a comment', () => {
  test('waits for the desk, is shown to everyone, and hidden again', async () => {
    const before = await toModerate()
    const { report, number, comment } = await commented()
    expect(await toModerate()).toBe(before + 1)
    expect(await read(number)).toMatchObject({ comments: [] })
    expect(await look(report, comment, 'approved')).toMatchObject({ ok: true })
    expect(await toModerate()).toBe(before)
    expect(await read(number)).toMatchObject({ comments: [{ id: comment, text: 'Anche davanti al 14.' }] })
    expect(await look(report, comment, 'rejected')).toMatchObject({ ok: true })
    expect(await read(number)).toMatchObject({ comments: [] })
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report))
    expect(events.slice(-2)).toMatchObject([
      { kind: 'comment_moderated', detail: { moderation: 'approved' } },
      { kind: 'comment_moderated', detail: { moderation: 'rejected' } },
    ])
  })

  test('of another report, and what is no comment, is not found', async () => {
    const [one, other] = [await commented(), await commented()]
    expect(await look(one.report, other.comment, 'approved')).toEqual({ ok: false, refusal: 'no_such_comment' })
    await writeNote(town.world, town.tenant, { ...unseen, report: one.report, by: town.desk, text: 'Sentito il vicino' })
    const [note] = await town.world.read(town.tenant, (reader) => listMessages(reader, one.report, ['note']))
    if (!note) throw new Error('the note was not kept')
    expect(await look(one.report, note.id, 'approved')).toEqual({ ok: false, refusal: 'no_such_comment' })
  })

  test('is looked at by the desk alone', async () => {
    const { report, comment } = await commented()
    expect(await look(report, comment, 'approved', town.roads)).toEqual({ ok: false, refusal: 'not_yours' })
  })
})

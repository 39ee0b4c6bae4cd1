import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { may } from '#domain/reports/may.ts'
import { everything } from '#domain/reports/report-filter.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import { markMentionsRead } from '#server/storage/mentions.ts'
import { openTown, type Town } from '#tests/town.ts'
import { setMentionMail } from '../people/set-mention-mail.ts'
import { writeNote } from './write-note.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const note = (report: ReportId, mentions: readonly AccountId[], by: Staff = town.desk, text = 'Potete guardare?') =>
  writeNote(town.world, town.tenant, { report, by, seenVersion: null, text, mentions })
const count = async (who: Staff) =>
  (await town.world.read(town.tenant, (reader) => countInbox(reader, who, { office: null, person: null }))).mentioned
const listed = async (who: Staff, filter = {}) => {
  const ask = { filter: { ...everything, ...filter }, sort: 'newest', after: null, size: 100, readers: [] } as const
  const page = await town.world.read(town.tenant, (reader) => listReports(reader, town.directory, who, ask))
  return page.rows.map(({ id }) => id)
}
const lettersFor = (number: number) =>
  town.letters.filter(({ subject }) => subject.includes(`nominato: segnalazione n. ${number},`))

describe('whoever is named in a note', () => {
  test('is told once by mail, finds it in the inbox until they look, and may read it from then on', async () => {
    const report = await town.report()
    expect(may(town.parks, 'read', await town.read(report.id)).ok).toBe(false)
    expect(await note(report.id, [town.parks.account, town.parks.account])).toMatchObject({ ok: true })
    await town.runJobs()
    const [letter, ...more] = lettersFor(report.number)
    expect(more).toEqual([])
    expect(letter?.to.name).toBe('Paolo Parks')
    expect(letter?.text).toContain('> Potete guardare?')
    expect(letter?.text).toContain(`/operatori/segnalazioni/${report.number}`)

    expect(await count(town.parks)).toBe(1)
    expect(await listed(town.parks, { bucket: 'mentioned' })).toEqual([report.id])
    expect(await listed(town.parks)).toContain(report.id)
    const now = await town.read(report.id)
    expect(['read', 'note', 'reply', 'read_contacts'].map((deed) => may(town.parks, deed as 'read', now).ok)).toEqual([
      true,
      true,
      false,
      false,
    ])

    await town.world.transaction(town.tenant, (tx) => markMentionsRead(tx, report.id, town.parks.account, town.world.now()))
    expect(await count(town.parks)).toBe(0)
    expect(await listed(town.parks, { bucket: 'mentioned' })).toEqual([])
    expect(await listed(town.parks)).toContain(report.id)
  })

  test('has seen it by answering, and may say that they want no mail', async () => {
    const report = await town.report()
    await setMentionMail(town.world, town.tenant, town.parks, 'unwanted')
    await note(report.id, [town.parks.account, town.roads.account])
    await town.runJobs()
    expect(lettersFor(report.number).map(({ to }) => to.name)).toEqual(['Rita Roads'])
    expect(await count(town.parks)).toBe(1)
    expect(await note(report.id, [town.desk.account], town.parks, 'Guardo domani.')).toMatchObject({ ok: true })
    expect(await count(town.parks)).toBe(0)
    await setMentionMail(town.world, town.tenant, town.parks, 'wanted')
  })

  test('is not who wrote it', async () => {
    const report = await town.report()
    await note(report.id, [town.desk.account])
    await town.runJobs()
    expect(lettersFor(report.number)).toEqual([])
  })
})

test('a note is refused that names a stranger, or too many', async () => {
  const report = await town.report()
  expect(await note(report.id, [town.world.newId<'account'>()])).toEqual({ ok: false, refusal: 'colleague_unknown' })
  const crowd: AccountId[] = []
  for (let nth = 0; nth < 21; nth++)
    crowd.push((await town.person([{ role: 'office_operator', office: town.office('parks') }])).account)
  expect(await note(report.id, crowd)).toEqual({ ok: false, refusal: 'mentions_too_many' })
})

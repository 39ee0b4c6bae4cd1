import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { may } from '#domain/reports/may.ts'
import { everything } from '#domain/reports/report-filter.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import { markMentionsRead } from '#server/storage/mentions.ts'
import { openTown, type Town } from '#tests/town.ts'
import { addMessage } from '../author/add-message.ts'
import { setNoticeWishes } from '../people/set-notice-wishes.ts'
import { assignReport } from './assign-report.ts'
import { giveBackReport } from './give-back-report.ts'
import { moveReport } from './move-report.ts'
import { triageReport } from './triage-report.ts'
import { writeNote } from './write-note.ts'
import { writeReply } from './write-reply.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const note = (report: ReportId, mentions: readonly AccountId[], by: Staff = town.desk, text = 'Potete guardare?') =>
  writeNote(town.world, town.tenant, { report, by, seenVersion: null, text, mentions })
const count = async (who: Staff) =>
  (await town.world.read(town.tenant, (reader) => countInbox(reader, who, { offices: null, person: null }))).mentioned
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
    await setNoticeWishes(town.world, town.tenant, town.parks, { mail: { mentioned: false }, locale: null })
    await note(report.id, [town.parks.account, town.roads.account])
    await town.runJobs()
    expect(lettersFor(report.number).map(({ to }) => to.name)).toEqual(['Rita Roads'])
    expect(await count(town.parks)).toBe(1)
    expect(await note(report.id, [town.desk.account], town.parks, 'Guardo domani.')).toMatchObject({ ok: true })
    expect(await count(town.parks)).toBe(0)
    await setNoticeWishes(town.world, town.tenant, town.parks, { mail: {}, locale: null })
  })

  test('is not who wrote it', async () => {
    const report = await town.report()
    await note(report.id, [town.desk.account])
    await town.runJobs()
    expect(lettersFor(report.number)).toEqual([])
  })
})

describe('a note that goes with something else', () => {
  const asked = (report: ReportId, by: Staff = town.desk) => ({ report, by, seenVersion: null, channel: 'web' }) as const
  const toRoads = async () => {
    const { id, number } = await town.report()
    const move = { act: 'take_in_charge', office: town.office('roads'), person: null } as const
    expect(await moveReport(town.world, town.tenant, { ...asked(id), move })).toMatchObject({ ok: true })
    return { id, number }
  }
  const plan = { act: 'plan', date: '2026-06-01', note: '@Paolo Parks, ci vediamo lì' } as const
  const worked = { act: 'mark_worked', text: 'Fatto, vero @Paolo Parks?' } as const
  const resolve = { act: 'resolve', text: 'Abbiamo @Paolo Parks.', note: 'Grazie @Paolo Parks' } as const

  test.each([
    ['a plan', (id: ReportId) => moveReport(town.world, town.tenant, { ...asked(id), move: plan })],
    ['what is worked', (id: ReportId) => moveReport(town.world, town.tenant, { ...asked(id, town.roads), move: worked })],
    ['an answer', (id: ReportId) => moveReport(town.world, town.tenant, { ...asked(id), move: resolve })],
    [
      'a hand-over',
      (id: ReportId) =>
        assignReport(town.world, town.tenant, {
          ...asked(id),
          office: town.office('urp'),
          person: null,
          note: 'Vedi @Paolo Parks',
        }),
    ],
    [
      'what is given back',
      (id: ReportId) => giveBackReport(town.world, town.tenant, { ...asked(id, town.roads), note: 'Del verde: @Paolo Parks' }),
    ],
  ] as const)('tells whom it names: %s', async (_, change) => {
    const { id, number } = await toRoads()
    expect(await change(id)).toMatchObject({ ok: true })
    await town.runJobs()
    expect(lettersFor(number).map(({ to }) => to.name)).toEqual(['Paolo Parks'])
    expect((await town.read(id)).mentioned).toEqual([town.parks.account])
  })

  test('tells whom a triage names, and keeps its note', async () => {
    const owners = [['in_charge', 'roads'] as const, ['routed', 'parks'] as const, ['routed', null] as const]
    for (const [take, code] of owners) {
      const report = await town.report()
      const { id, kind, category, area, priority, observers, number } = report
      const owner = code && { office: town.office(code), person: null }
      const same = { kind, category, area, priority, observers, moderation: 'as_it_is', dueOn: null, dueReason: '' } as const
      const wanted = { ...same, owner, take, note: 'Urgente, @Paolo Parks' }
      expect(await triageReport(town.world, town.tenant, { ...asked(id), wanted })).toMatchObject({ ok: true })
      await town.runJobs()
      expect(lettersFor(number)[0]?.text).toContain('> Urgente, @Paolo Parks')
    }
  })

  test('tells nobody of what the author reads, or writes', async () => {
    const { id, number } = await toRoads()
    const by = { kind: 'author', report: id } as const
    await addMessage(town.world, town.tenant, { report: id, by, seenVersion: null, text: 'Caro @Paolo Parks' })
    await writeReply(town.world, town.tenant, { ...asked(id), text: 'Lo dica a @Paolo Parks' })
    await town.runJobs()
    expect(lettersFor(number)).toEqual([])
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

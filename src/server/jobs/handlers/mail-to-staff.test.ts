import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noticeDefaults } from '#domain/conversations/notice.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { Move } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { Letter, Mailer } from '#server/gateways/mail.ts'
import { saveAbsences } from '#server/storage/absences.ts'
import { addMessage } from '#server/use-cases/author/add-message.ts'
import { groupReport } from '#server/use-cases/groups/group-report.ts'
import { setNoticeWishes } from '#server/use-cases/people/set-notice-wishes.ts'
import { assignReport } from '#server/use-cases/reports/assign-report.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { takeReport } from '#server/use-cases/reports/take-report.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { openTown, type Town } from '#tests/town.ts'

const sent: Letter[] = []
let unreachable: string | null = null
const mailer: Mailer = {
  send: async (letter) => {
    if (letter.to.name === unreachable) throw new Error('connect ECONNREFUSED')
    sent.push(letter)
  },
}
let town: Town
let rosa: Staff
beforeEach(async () => {
  sent.length = 0
  unreachable = null
  town = await openTown({ mailer })
  rosa = await town.person([{ role: 'office_operator', office: town.office('roads') }], 'Rosa Rossi')
})
afterEach(() => town.close())

const unseen = { seenVersion: null, channel: 'web' } as const
const move = async ({ id }: Report, asked: Move, by: Staff = town.desk) => {
  expect(await moveReport(town.world, town.tenant, { ...unseen, report: id, by, move: asked })).toMatchObject({ ok: true })
}
const take = (person: Staff | null): Move => ({
  act: 'take_in_charge',
  office: town.office('roads'),
  person: person?.account ?? null,
})
/** Who was written to since it was last asked, and what. */
async function told(): Promise<readonly string[]> {
  await town.runJobs()
  const letters = sent.splice(0).filter(({ to }) => to.address.endsWith('@town.example'))
  return letters.map(({ to, subject }) => `${to.name}: ${subject.split(':')[0]}`)
}
const writes = ({ id }: Report, text = 'Ci sono novità?') => {
  const by = { kind: 'author', report: id } as const
  return addMessage(town.world, town.tenant, { report: id, by, seenVersion: null, text })
}

describe('the staff is told', () => {
  test('who manages the office of a new report; then whoever gets it, and not who takes it', async () => {
    const report = await town.report()
    expect(await told()).toEqual(['Rita Roads: Per il tuo ufficio'])
    await move(report, take(null))
    expect(await told()).toEqual([])
    await takeReport(town.world, town.tenant, { ...unseen, report: report.id, by: rosa })
    expect(await told()).toEqual([])
    const to = { office: town.office('roads'), person: town.roads.account, note: 'La tua via' }
    await assignReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, ...to })
    await town.runJobs()
    const letter = sent.find(({ subject }) => subject.startsWith('Affidata a te'))
    expect(letter?.to.name).toBe('Rita Roads')
    expect(letter?.text).toContain('Che cosa scrive Dora Desk:\n> La tua via')
    expect(letter?.text).toContain(`/operatori/segnalazioni/${report.number}`)
    expect(letter?.text).toContain('/operatori/avvisi')
  })

  test('who has it, that its author wrote, or whoever stands in', async () => {
    const report = await town.report()
    await move(report, take(rosa))
    await told()
    await writes(report)
    expect(await told()).toEqual(['Rosa Rossi: L’autore ha scritto'])
    const day = '2026-05-11'
    await town.world.transaction(town.tenant, (tx) =>
      saveAbsences(tx, rosa.account, [{ from: day, to: day, substitute: town.roads.account }]),
    )
    await writes(report, 'Ancora io')
    expect(await told()).toEqual(['Rita Roads: L’autore ha scritto'])
  })

  test('nothing of what is over when the letter would be written', async () => {
    const report = await town.report()
    await move(report, take(rosa))
    await writes(report)
    await move(report, { act: 'resolve', text: 'Fatto.' })
    expect(await told()).toEqual([])
  })

  test('what they want, in their language, whatever the body decides for the others', async () => {
    await setNoticeWishes(town.world, town.tenant, rosa, { mail: { office: true }, locale: 'en' })
    await setNoticeWishes(town.world, town.tenant, town.roads, { mail: { assigned: false }, locale: null })
    const report = await town.report()
    expect(await told()).toEqual(['Rita Roads: Per il tuo ufficio', 'Rosa Rossi: For your office'])
    await move(report, take(town.roads))
    expect(await told()).toEqual([])
    const part = { notices: { ...noticeDefaults({}), office: [] } }
    expect(await setBody(town.world, town.tenant, { by: town.admin, part, seen: null })).toMatchObject({ ok: true })
    town.setNow(new Date(town.world.now().getTime() + 2000))
    await town.report()
    expect(await told()).toEqual(['Rosa Rossi: For your office'])
  })

  test('of a group once, of its lead', async () => {
    const [lead, other] = [await town.report(), await town.report()]
    const ask = { ...unseen, report: other.id, lead: lead.id, by: town.desk }
    await groupReport(town.world, town.tenant, ask)
    await told()
    await move(lead, take(rosa))
    expect(await told()).toEqual(['Rosa Rossi: Affidata a te'])
    expect((await town.read(other.id)).ownerPerson).toBe(rosa.account)
  })

  test('of no more than a mailbox bears at once', async () => {
    for (let nth = 0; nth < 22; nth++) await town.report()
    expect(await told()).toHaveLength(20)
    town.setNow(new Date(town.world.now().getTime() + 11 * 60_000))
    await town.report()
    expect(await told()).toHaveLength(1)
  })

  test('even if the letter to a colleague does not go', async () => {
    await setNoticeWishes(town.world, town.tenant, rosa, { mail: { office: true }, locale: null })
    await town.report()
    unreachable = 'Rita Roads'
    await expect(town.runJobs()).rejects.toThrow('ECONNREFUSED')
    expect(sent.filter(({ to }) => to.address.endsWith('@town.example')).map(({ to }) => to.name)).toEqual(['Rosa Rossi'])
  })
})

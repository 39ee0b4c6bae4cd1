import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listEvents } from '#server/storage/events.ts'
import { followStep } from '#server/use-cases/groups/follow-step.ts'
import { groupReport } from '#server/use-cases/groups/group-report.ts'
import { splitReport } from '#server/use-cases/groups/split-report.ts'
import { setOffice } from '#server/use-cases/offices/set-office.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { moveReport } from './move-report.ts'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const sweep = () => town.installation.handlers['sweep.terms']({})
const kinds = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, report))).map(({ kind }) => kind)
const inbox = () => town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, { offices: null, person: null }))
const toStaff = () =>
  town.letters.filter(({ to, subject }) => to.address.endsWith('@town.example') && /scadere|ritardo/.test(subject))

async function taken(person = town.roads.account): Promise<Report> {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office('roads'), person } as const
  await moveReport(town.world, town.tenant, { report: report.id, move, by: town.desk, seenVersion: null, channel: 'web' })
  return town.read(report.id)
}

describe('the terms of a report', () => {
  test('are warned of, late and very late, each told once to whom it concerns, and lie in the inbox so', async () => {
    const report = await taken()
    await sweep()
    expect(await kinds(report.id)).toEqual(['submitted', 'taken_in_charge'])

    town.setNow(new Date(report.firstReplyDue.getTime() - 60_000))
    await sweep()
    await sweep()
    expect(await kinds(report.id)).toEqual(['submitted', 'taken_in_charge', 'term_warned'])
    expect((await inbox()).warned).toBe(1)

    town.setNow(new Date(report.firstReplyDue.getTime() + 60_000))
    await sweep()
    expect((await town.read(report.id)).termNotice).toBe('late')
    expect(await inbox()).toMatchObject({ warned: 0, late: 1 })

    town.setNow(new Date(report.resolutionDue.getTime() + 365 * 86_400_000))
    await sweep()
    expect(await kinds(report.id)).toEqual(['submitted', 'taken_in_charge', 'term_warned', 'term_late', 'term_very_late'])
    await town.runJobs()
    await town.runJobs()
    const told = new Set(toStaff().map(({ subject }) => subject.split(':')[0]))
    expect(told).toEqual(new Set(['Sta per scadere', 'È in ritardo', 'È in grave ritardo']))
    expect(toStaff()).toHaveLength(3)
    expect(toStaff()[0]?.text).toContain(`/operatori/segnalazioni/${report.number}`)
  })

  test('are told to nobody once it is closed', async () => {
    const report = await taken()
    town.setNow(new Date(report.firstReplyDue.getTime() + 60_000))
    const move = { act: 'resolve', text: 'Fatto.' } as const
    await moveReport(town.world, town.tenant, { report: report.id, move, by: town.desk, seenVersion: null, channel: 'web' })
    await sweep()
    expect((await town.read(report.id)).termNotice).toBe('none')
    expect(await kinds(report.id)).toEqual(['submitted', 'taken_in_charge', 'resolved'])
  })

  test('are better again, without a word, when the first reply was given late', async () => {
    const report = await taken()
    town.setNow(new Date(report.firstReplyDue.getTime() + 60_000))
    await sweep()
    expect((await town.read(report.id)).termNotice).toBe('late')
    const move = { act: 'ask', text: 'Da che lato?' } as const
    await moveReport(town.world, town.tenant, { report: report.id, move, by: town.desk, seenVersion: null, channel: 'web' })
    await sweep()
    expect((await inbox()).late).toBe(0)
    const answer = { act: 'answer', text: 'Dal lato del bar.' } as const
    const by = { kind: 'author', report: report.id } as const
    await moveReport(town.world, town.tenant, { report: report.id, move: answer, by, seenVersion: null, channel: 'web' })
    await sweep()
    expect((await town.read(report.id)).termNotice).toBe('none')
    expect((await kinds(report.id)).filter((kind) => kind.startsWith('term_'))).toEqual(['term_late'])
  })

  test('that nobody manages are told to the desk’s own people', async () => {
    const report = await town.report({ category: town.category('pothole').id })
    await town.person([{ role: 'office_operator', office: town.office('urp') }], 'Ugo Urp')
    const parks = { act: 'take_in_charge', office: town.office('parks'), person: null } as const
    await moveReport(town.world, town.tenant, {
      report: report.id,
      move: parks,
      by: town.desk,
      seenVersion: null,
      channel: 'web',
    })
    town.setNow(new Date(monday.getTime() + 300 * 86_400_000))
    await sweep()
    await town.runJobs()
    expect(toStaff().map(({ to }) => to.name)).toEqual(['Dora Desk', 'Ugo Urp'])
  })

  test('that nobody manages are told to who manages the office above', async () => {
    const report = await town.report({ category: town.category('tree').id })
    const below = { by: town.admin, id: town.office('parks'), setting: { parent: town.office('roads') }, seen: null }
    expect(await setOffice(town.world, town.tenant, below)).toMatchObject({ ok: true })
    town.setNow(new Date(monday.getTime() + 300 * 86_400_000))
    await sweep()
    await town.runJobs()
    expect(toStaff().map(({ to }) => to.name)).toEqual(['Rita Roads'])
    expect(report.routedOffice).toBe(town.office('parks'))
  })

  test('that a question stopped run again with those of the lead, once its group is planned', async () => {
    const [lead, follower] = [await town.report(), await town.report()]
    const ask = (report: ReportId) => ({ report, by: town.desk, seenVersion: null, channel: 'web' }) as const
    await moveReport(town.world, town.tenant, { ...ask(follower.id), move: { act: 'ask', text: 'Da che lato?' } })
    await groupReport(town.world, town.tenant, { ...ask(follower.id), lead: lead.id })
    await sweep()
    const step = await moveReport(town.world, town.tenant, { ...ask(lead.id), move: { act: 'plan', date: '2026-06-01' } })
    if (!step.ok) throw new Error(step.refusal)
    const neutral = { greeting: '', person: '', removed: '' }
    await followStep(town.world, town.tenant, { report: follower.id, event: step.value, neutral })
    const planned = await town.read(follower.id)
    expect(planned).toMatchObject({ stage: 'planned', pausedAt: null })
    town.setNow(new Date(planned.resolutionDue.getTime() + 60_000))
    await sweep()
    expect(await kinds(follower.id)).toContain('term_late')
  })

  test('begin with the parts of a report that is split', async () => {
    const whole = await town.report()
    const words = { office: null, title: 'Albero', description: 'Pende sulla buca.', files: [] }
    const parts = [{ ...words, category: town.category('tree').id }]
    const split = await splitReport(town.world, town.tenant, { report: whole.id, by: town.desk, seenVersion: 1, parts })
    const [part] = split.ok ? split.value : []
    if (!part) throw new Error('not split')
    town.setNow(new Date((await town.read(part)).resolutionDue.getTime() + 60_000))
    await sweep()
    expect((await kinds(part)).at(-1)).toMatch(/^term_/)
  })
})

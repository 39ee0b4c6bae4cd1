import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { readAbsences } from '#server/storage/absences.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { openTown, type Town } from '#tests/town.ts'
import { moveReport } from '../reports/move-report.ts'
import { type ArrangeAbsence, arrangeAbsence } from './arrange-absence.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { changeRoles } from './change-roles.ts'
import { handOverOpen } from './hand-over-open.ts'

let town: Town
let rosa: Staff
let remo: Staff

beforeAll(async () => {
  town = await openTown()
  const works = [{ role: 'office_operator', office: town.office('roads') }] as const
  rosa = await town.person(works, 'Rosa Rossi')
  remo = await town.person(works, 'Remo Ricci')
})
afterAll(() => town.close())

const today = '2026-05-11'
const arrange = (more: Partial<ArrangeAbsence> = {}) =>
  arrangeAbsence(town.world, town.tenant, {
    by: town.roads,
    person: rosa.account,
    from: today,
    to: '2026-05-15',
    substitute: remo.account,
    handOver: null,
    ...more,
  })
const cancel = (from: string, by: Staff = town.roads) =>
  cancelAbsence(town.world, town.tenant, { by, person: rosa.account, from })
const give = async (person: Staff) => {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office('roads'), person: person.account } as const
  const asked = { report: report.id, by: town.desk, seenVersion: null, channel: 'web', move } as const
  await moveReport(town.world, town.tenant, asked)
  return report.id
}

describe('an absence', () => {
  test.each([
    ['oneself', () => rosa],
    ['the office’s manager', () => town.roads],
    ['an administrator', () => town.admin],
  ] as const)('is arranged and taken back by %s, and written down', async (_, who) => {
    expect((await arrange({ by: who() })).ok).toBe(true)
    const changes = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'absence', id: rosa.account }, { limit: 1, before: null }),
    )
    expect(changes[0]).toMatchObject({ by: who().account, before: [], after: [{ from: today, substitute: remo.account }] })
    expect((await cancel(today, who())).ok).toBe(true)
    expect(await town.world.read(town.tenant, (reader) => readAbsences(reader, rosa.account))).toEqual([])
  })

  test.each([
    ['not_yours', () => ({ by: remo })],
    ['not_yours', () => ({ by: town.parks })],
    ['not_yours', () => ({ by: town.desk })],
    ['no_such_person', () => ({ by: town.admin, person: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as never })],
    ['from_missing', () => ({ from: '' })],
    ['ends_before_begins', () => ({ to: '2026-05-10' })],
    ['substitute_unknown', () => ({ substitute: town.parks.account })],
    ['substitute_itself', () => ({ substitute: rosa.account })],
    ['note_too_long', () => ({ handOver: { note: 'x'.repeat(2001) } })],
  ] as const)('is refused: %s', async (refusal, more) => {
    expect(await arrange(more())).toEqual({ ok: false, refusal })
  })

  test('stands beside no other, and is not taken back where it is not', async () => {
    await arrange()
    expect(await arrange({ from: '2026-05-15', to: '2026-05-20' })).toEqual({ ok: false, refusal: 'overlaps' })
    expect(await cancel(today, remo)).toEqual({ ok: false, refusal: 'not_yours' })
    await cancel(today)
    expect(await cancel(today)).toEqual({ ok: false, refusal: 'no_such_absence' })
  })

  test('hands over what is open to the substitute, in the background', async () => {
    const report = await give(rosa)
    await arrange({ handOver: { note: 'Ferie' } })
    expect((await town.read(report)).ownerPerson).toBe(rosa.account)
    await town.runJobs()
    expect((await town.read(report)).ownerPerson).toBe(remo.account)
    await cancel(today)
  })

  test('hands over on its first day and not before, and not at all where it was taken back', async () => {
    const report = await give(rosa)
    await arrange({ from: '2026-05-13', handOver: { note: '' } })
    await town.runJobs()
    expect((await town.read(report)).ownerPerson).toBe(rosa.account)
    const job = {
      tenant: town.tenant,
      person: rosa.account,
      offices: [town.office('roads')],
      to: remo.account,
      note: null,
      by: null,
    }
    await town.installation.handlers['people.hand-over']({ ...job, since: '2026-05-13' })
    expect((await town.read(report)).ownerPerson).toBe(rosa.account)
    town.setNow(new Date('2026-05-12T22:00:00Z'))
    await town.installation.handlers['people.hand-over']({ ...job, since: '2026-05-13' })
    expect((await town.read(report)).ownerPerson).toBe(remo.account)
    town.setNow(new Date('2026-05-11T08:00:00Z'))
    await cancel('2026-05-13')
  })
})

describe('handing over everything', () => {
  const handOver = (more: object = {}) =>
    handOverOpen(world(), town.tenant, { by: town.roads, person: rosa.account, to: remo.account, note: '', ...more })
  const world = () => town.world

  test('is done for the manager, who is told how much it is', async () => {
    const report = await give(rosa)
    expect(await handOver()).toEqual({ ok: true, value: 1 })
    await town.runJobs()
    expect((await town.read(report)).ownerPerson).toBe(remo.account)
    expect(await handOver()).toEqual({ ok: false, refusal: 'nothing_open' })
  })

  test('goes to the office, where nobody is named', async () => {
    const report = await give(rosa)
    expect((await handOver({ to: 'office', by: town.desk })).ok).toBe(true)
    await town.runJobs()
    expect(await town.read(report)).toMatchObject({ ownerOffice: town.office('roads'), ownerPerson: null })
  })

  test.each([
    ['not_yours', () => ({ by: remo })],
    ['no_such_person', () => ({ by: town.desk, person: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' })],
    ['successor_unknown', () => ({ to: null })],
    ['successor_unknown', () => ({ to: rosa.account })],
    ['successor_unknown', () => ({ to: town.parks.account })],
    ['note_too_long', () => ({ note: 'x'.repeat(2001) })],
  ] as const)('is refused: %s', async (refusal, more) => {
    await give(rosa)
    expect(await handOver(more())).toEqual({ ok: false, refusal })
  })
})

describe('a report that is reopened', () => {
  const close = async (person: Staff) => {
    const id = await give(person)
    const move = { act: 'resolve', text: 'Fatto.' } as const
    await moveReport(town.world, town.tenant, { report: id, by: town.desk, seenVersion: null, channel: 'web', move })
    return id
  }
  const reopen = async (id: ReportId) => {
    const move = { act: 'reopen', text: 'C’è ancora.' } as const
    await moveReport(town.world, town.tenant, { report: id, by: town.desk, seenVersion: null, channel: 'web', move })
    return town.read(id)
  }

  test('goes back to who had it and, while they are absent, to whoever stands in', async () => {
    const [one, other] = [await close(rosa), await close(rosa)]
    expect(await reopen(one)).toMatchObject({ ownerOffice: town.office('roads'), ownerPerson: rosa.account })
    await arrange()
    expect(await reopen(other)).toMatchObject({ ownerOffice: town.office('roads'), ownerPerson: remo.account })
    await cancel(today)
  })

  test('goes to the office where who had it works there no longer', async () => {
    const leaves = await town.person([{ role: 'office_operator', office: town.office('roads') }], 'Lea Lenti')
    const id = await close(leaves)
    const roles = { by: town.admin, person: leaves.account, memberships: [], handOver: null, seen: null }
    expect(await changeRoles(town.world, town.tenant, roles)).toMatchObject({ ok: true })
    expect(await reopen(id)).toMatchObject({ ownerOffice: town.office('roads'), ownerPerson: null })
  })
})

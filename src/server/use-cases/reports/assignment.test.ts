import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Absence } from '#domain/people/absence.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { saveAbsences } from '#server/storage/absences.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { leastLoaded } from '#server/storage/workers.ts'
import { openTown, type Town } from '#tests/town.ts'
import { assignReport } from './assign-report.ts'
import { giveBackReport } from './give-back-report.ts'
import { moveReport } from './move-report.ts'
import { takeReport } from './take-report.ts'

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

const unseen = { seenVersion: null, channel: 'web' } as const
const today = '2026-05-11'
const away = (person: Staff, ...absences: Absence[]) =>
  town.world.transaction(town.tenant, (tx) => saveAbsences(tx, person.account, absences))
const take = async (person: AccountId | null = null) => {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office('roads'), person } as const
  await moveReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, move })
  return town.read(report.id)
}
const lastEvent = async (report: Awaited<ReturnType<typeof take>>) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))).at(-1)

describe('what is meant for somebody who is absent', () => {
  test('goes to the substitute, and the history says whom it was meant for', async () => {
    const report = await take()
    await away(rosa, { from: today, to: '2026-05-15', substitute: remo.account })
    const to = { office: town.office('roads'), person: rosa.account }
    const assigned = await assignReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.roads, ...to })
    expect(assigned.ok).toBe(true)
    expect((await town.read(report.id)).ownerPerson).toBe(remo.account)
    expect((await lastEvent(report))?.detail).toMatchObject({ person: remo.account, insteadOf: rosa.account })
    expect((await take(rosa.account)).ownerPerson).toBe(remo.account)
    await away(rosa)
  })

  test('goes to the office where nobody stands in, and to the person again once they are back', async () => {
    await away(rosa, { from: today, to: today, substitute: null })
    expect(await take(rosa.account)).toMatchObject({ ownerOffice: town.office('roads'), ownerPerson: null })
    await away(rosa, { from: '2026-05-01', to: '2026-05-10', substitute: null })
    expect((await take(rosa.account)).ownerPerson).toBe(rosa.account)
    await away(rosa)
  })

  test('changes nothing where the substitute has it already', async () => {
    const report = await take(remo.account)
    await away(rosa, { from: today, to: today, substitute: remo.account })
    const to = { office: town.office('roads'), person: rosa.account }
    expect(await assignReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, ...to })).toEqual({
      ok: false,
      refusal: 'nothing_changes',
    })
    await away(rosa)
  })
})

test.each([
  ['office_unknown', '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', null],
  ['person_unknown', 'roads', 'parks'],
] as const)('an assignment names what it does not know: %s', async (refusal, code, person) => {
  const report = await take()
  const office = code === 'roads' ? town.office('roads') : (code as never)
  const to = { office, person: person && town.parks.account }
  expect(await assignReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, ...to })).toEqual({
    ok: false,
    refusal,
  })
})

test('the least loaded of an office is asked for, of those who are there', async () => {
  const least = () => town.world.read(town.tenant, (reader) => leastLoaded(reader, town.office('roads'), today))
  await take(remo.account)
  await take(remo.account)
  await take(remo.account)
  expect(await least()).toBe(rosa.account)
  await away(rosa, { from: today, to: today, substitute: null })
  expect(await least()).toBe(remo.account)
  await away(remo, { from: today, to: today, substitute: null })
  expect(await least()).toBe(town.roads.account)
  await away(rosa)
  await away(remo)
})

describe('an office', () => {
  test('takes for one of its own what nobody there has', async () => {
    const report = await take()
    expect(await takeReport(town.world, town.tenant, { ...unseen, report: report.id, by: rosa })).toMatchObject({ ok: true })
    expect((await town.read(report.id)).ownerPerson).toBe(rosa.account)
    const again = await takeReport(town.world, town.tenant, { ...unseen, report: report.id, by: remo })
    expect(again).toEqual({ ok: false, refusal: 'not_yours' })
  })

  test('gives back what does not concern it, with a note, and no longer reads it', async () => {
    const report = await take(rosa.account)
    const ask = { ...unseen, report: report.id, by: rosa }
    expect(await giveBackReport(town.world, town.tenant, { ...ask, note: '' })).toEqual({ ok: false, refusal: 'note_missing' })
    expect((await giveBackReport(town.world, town.tenant, { ...ask, note: 'È della Provincia' })).ok).toBe(true)
    expect(await town.read(report.id)).toMatchObject({ ownerOffice: town.office('urp'), ownerPerson: null, handOvers: 1 })
    const notes = await town.world.read(town.tenant, (reader) => listMessages(reader, report.id, ['note']))
    expect(notes).toMatchObject([{ text: 'È della Provincia', account: rosa.account }])
    expect(await giveBackReport(town.world, town.tenant, { ...ask, note: 'Ancora' })).toEqual({ ok: false, refusal: 'not_yours' })
  })
})

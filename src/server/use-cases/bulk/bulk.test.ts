import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BulkChange } from '#domain/bulk/bulk-change.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import { readBulkProgress } from '#server/queries/desk/bulk-progress.ts'
import { type BulkRunId, readBulkRun, waitingBulkItems } from '#server/storage/bulk.ts'
import { listEvents } from '#server/storage/events.ts'
import { arrangeAbsence } from '#server/use-cases/people/arrange-absence.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { openTown, type Town } from '#tests/town.ts'
import { changeOneOfBulk } from './change-one-of-bulk.ts'
import { largestBulk, planBulk } from './plan-bulk.ts'
import { startBulk } from './start-bulk.ts'
import { stopBulk } from './stop-bulk.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const close: BulkChange = { act: 'resolve', text: 'Fatto, grazie.' }
const plan = (reports: readonly ReportId[], change: BulkChange = close, by: Staff = town.desk) =>
  planBulk(town.world, town.tenant, { by, change, reports })
const start = (run: BulkRunId, by: Staff = town.desk) => startBulk(town.world, town.tenant, { by, run })
const progress = (run: BulkRunId) => town.world.read(town.tenant, (reader) => readBulkProgress(reader, run))

async function planned(reports: readonly Report[], change: BulkChange = close, by: Staff = town.desk): Promise<BulkRunId> {
  const run = await plan(
    reports.map(({ id }) => id),
    change,
    by,
  )
  if (!run.ok) throw new Error(run.refusal)
  return run.value
}

const withdraw = (report: Report) =>
  moveReport(town.world, town.tenant, {
    report: report.id,
    move: { act: 'withdraw' },
    by: { kind: 'author', report: report.id },
    seenVersion: null,
    channel: 'web',
  })

async function reports(n: number): Promise<readonly Report[]> {
  const made: Report[] = []
  for (let at = 0; at < n; at++) made.push(await town.report())
  return made
}

describe('a bulk change', () => {
  test('says beforehand what will be refused and why, and changes nothing', async () => {
    const made = await reports(4)
    for (const report of made.slice(0, 2)) await withdraw(report)
    const run = await planned(made)
    expect(await progress(run)).toEqual({ waiting: 2, done: 0, refused: 2, why: { wrong_stage: 2 } })
    expect((await town.read(made[3]?.id as ReportId)).stage).toBe('submitted')
  })

  test('of 500 with 3 refused leaves each its own event, and tells how it went', async () => {
    const made = await reports(500)
    const run = await planned(made)
    for (const report of made.slice(10, 12)) await withdraw(report)
    const [touched] = made
    if (touched) await writeNote(town.world, town.tenant, { report: touched.id, by: town.desk, seenVersion: null, text: 'ieri' })
    expect(await start(run)).toEqual({ ok: true, value: null })
    await town.runJobs()
    expect(await progress(run)).toEqual({ waiting: 0, done: 497, refused: 3, why: { old_version: 3 } })
    const last = made[499]?.id as ReportId
    expect((await town.read(last)).stage).toBe('resolved')
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, last))
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'resolved'])
    expect(events[1]?.actor).toEqual({ kind: 'staff', account: town.desk.account })
    expect((await town.world.read(town.tenant, (reader) => readBulkRun(reader, run)))?.state).toBe('finished')
  }, 400_000)

  test('that was stopped leaves the rest as it is, and that was begun twice is done once', async () => {
    const made = await reports(3)
    const run = await planned(made)
    await start(run)
    expect(await start(run)).toEqual({ ok: false, refusal: 'wrong_state' })
    expect(await stopBulk(town.world, town.tenant, { by: town.desk, run })).toEqual({ ok: true, value: null })
    await town.runJobs()
    expect(await progress(run)).toMatchObject({ waiting: 3, done: 0 })
    const found = await town.world.read(town.tenant, async (reader) => ({
      run: await readBulkRun(reader, run),
      items: await waitingBulkItems(reader, run, 1),
    }))
    const [item] = found.items
    if (!found.run || !item) throw new Error('the run is there')
    await changeOneOfBulk(town.world, town.tenant, found.run, item)
    await changeOneOfBulk(town.world, town.tenant, found.run, item)
    expect((await town.read(item.report)).version).toBe(2)
  })

  test('gives nothing to somebody who is absent', async () => {
    const works = [{ role: 'office_operator', office: town.office('roads') }] as const
    const [absent, stands] = [await town.person(works), await town.person(works)]
    const away = { from: '2026-05-11', to: '2026-05-15', substitute: stands.account, handOver: null }
    await arrangeAbsence(town.world, town.tenant, { by: town.admin, person: absent.account, ...away })
    const made = await reports(1)
    const run = await planned(made, { act: 'take_in_charge', office: town.office('roads'), person: absent.account })
    await start(run)
    await town.runJobs()
    expect((await town.read(made[0]?.id as ReportId)).ownerPerson).toBe(stands.account)
  })

  test('is done with what the person may do when it is done', async () => {
    const manager = await town.person([{ role: 'office_manager', office: town.office('roads') }], 'Mara Manager')
    const [report] = await reports(1)
    if (!report) throw new Error('there is one')
    const take: BulkChange = { act: 'take_in_charge', office: town.office('roads'), person: null }
    const run = await planned([report], take, manager)
    await town.world.transaction(town.tenant, (tx) =>
      tx.db
        .deleteFrom('membership')
        .where('membership.tenant_id', '=', tx.tenant)
        .where('membership.account_id', '=', manager.account)
        .execute(),
    )
    await start(run, manager)
    await town.runJobs()
    expect(await progress(run)).toMatchObject({ refused: 1, why: { not_yours: 1 } })
  })

  test.each<readonly [string, BulkChange, keyof Pick<Town, 'desk' | 'parks'>]>([
    ['not_yours', close, 'parks'],
    ['text_missing', { act: 'reply', text: ' ' }, 'desk'],
    ['owner_missing', { act: 'assign', office: null, person: null }, 'desk'],
    ['category_missing', { act: 'classify', kind: null, category: null }, 'desk'],
    ['reason_missing', { act: 'decline', reason: null, text: 'no' }, 'desk'],
    ['duplicate_one_by_one', { act: 'decline', reason: 'duplicate', text: 'no' }, 'desk'],
  ])('is refused before any report is looked at: %s', async (refusal, change, who) => {
    expect(await plan([town.world.newId<'report'>()], change, town[who])).toEqual({ ok: false, refusal })
  })

  test('is refused for nothing, for too many, and for somebody or something unknown', async () => {
    const [report] = await reports(1)
    const ids = [report?.id as ReportId]
    expect(await plan([])).toMatchObject({ refusal: 'nothing_selected' })
    expect(await plan([town.world.newId<'report'>()])).toMatchObject({ refusal: 'nothing_selected' })
    const many = Array.from({ length: largestBulk + 1 }, () => town.world.newId<'report'>())
    expect(await plan(many)).toMatchObject({ refusal: 'too_many' })
    const nobody = 'f' as AccountId
    const office = town.office('roads')
    expect(await plan(ids, { act: 'assign', office: town.world.newId<'office'>(), person: null })).toMatchObject({
      refusal: 'office_unknown',
    })
    expect(await plan(ids, { act: 'assign', office, person: town.parks.account ?? nobody })).toMatchObject({
      refusal: 'person_unknown',
    })
    const nowhere = { act: 'classify', kind: null, category: town.world.newId<'category'>() } as const
    const run = await plan(ids, nowhere)
    if (run.ok) expect(await progress(run.value)).toMatchObject({ refused: 1, why: { category_unknown: 1 } })
    expect(run.ok).toBe(true)
  })

  test('is nobody else’s to begin or stop', async () => {
    const run = await planned(await reports(1))
    const other = await town.person([{ role: 'desk', office: null }])
    expect(await start(run, other)).toMatchObject({ refusal: 'no_such_run' })
    expect(await stopBulk(town.world, town.tenant, { by: other, run })).toMatchObject({ refusal: 'no_such_run' })
    expect(await stopBulk(town.world, town.tenant, { by: town.desk, run })).toMatchObject({ refusal: 'wrong_state' })
  })
})

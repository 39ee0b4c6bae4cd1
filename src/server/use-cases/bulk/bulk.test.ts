import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BulkChange } from '#domain/bulk/bulk-change.ts'
import type { FillText } from '#domain/bulk/change-for-report.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { NotedChange } from '#domain/reports/forced-notes.ts'
import type { Report } from '#domain/reports/report.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import { fillTemplate } from '#lib/mail/fill-template.ts'
import { listBulkRuns, readBulkProgress } from '#server/queries/desk/bulk-progress.ts'
import { saveAbsences } from '#server/storage/absences.ts'
import { type BulkRunId, readBulkRun, waitingBulkItems } from '#server/storage/bulk.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { setForcedNotes } from '#server/use-cases/people/set-forced-notes.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { changeOneOfBulk } from './change-one-of-bulk.ts'
import { largestBulk, planBulk } from './plan-bulk.ts'
import { startBulk } from './start-bulk.ts'
import { stopBulk } from './stop-bulk.ts'

let town: Town
const faults: unknown[] = []
beforeAll(async () => {
  town = await openTown({ onFault: (fault) => faults.push(fault) })
})
afterAll(() => town.close())

const close = { act: 'resolve', text: 'Fatto, grazie.' } as const satisfies BulkChange
const fill: FillText = (text, report, locale) => fillTemplate(text, report, town.directory, locale, town.world.now())
const plan = (reports: readonly ReportId[], change: BulkChange = close, by: Staff = town.desk) =>
  planBulk(town.world, town.tenant, { by, change, reports, fill })
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

  test('fills each text in with what is the report’s own, and refuses where that is not known', async () => {
    const [one, other, nowhere] = [await town.report(), await town.report(), await town.report({ address: null })]
    const run = await planned([one, other, nowhere], { act: 'reply', text: 'La n. {{numero}} in {{indirizzo}}, {{nome}}.' })
    expect(await progress(run)).toMatchObject({ waiting: 2, why: { placeholder_left: 1 } })
    await start(run)
    await town.runJobs()
    const told = await town.world.read(town.tenant, (reader) => listMessages(reader, other.id, ['reply']))
    expect(told.map(({ text }) => text)).toEqual([`La n. ${other.number} in Via Lunga 12, {{nome}}.`])
    expect(town.letters.at(-1)?.text).toMatch(/in Via Lunga 12, Ada Verdi\./)
  })

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
    await changeOneOfBulk(town.world, town.tenant, { run: found.run, item, fill })
    await changeOneOfBulk(town.world, town.tenant, { run: found.run, item, fill })
    expect((await town.read(item.report)).version).toBe(2)
  })

  test('goes on behind a report that cannot be changed for a fault, and ends', async () => {
    const made = await reports(3)
    const [broken] = made
    const run = await planned(made)
    const { shared } = town.installation.database
    await sql`
      create function break_down() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`.execute(shared)
    await sql`create trigger broken before update on report for each row
      when (new.number = ${sql.lit(broken?.number)}) execute function break_down()`.execute(shared)
    await start(run)
    await town.runJobs()
    expect(await progress(run)).toEqual({ waiting: 0, done: 2, refused: 1, why: { fault: 1 } })
    expect((await town.world.read(town.tenant, (reader) => readBulkRun(reader, run)))?.state).toBe('finished')
    expect(String(faults)).toContain('broken')
    await sql`drop trigger broken on report`.execute(shared)
  })

  test('gives to whoever stands in what is meant for somebody absent', async () => {
    const works = [{ role: 'office_operator', office: town.office('roads') }] as const
    const [away, substitute] = [await town.person(works, 'Rosa Rossi'), await town.person(works, 'Remo Ricci')]
    const absence = { from: '2026-05-11', to: '2026-05-15', substitute: substitute.account }
    await town.world.transaction(town.tenant, (tx) => saveAbsences(tx, away.account, [absence]))
    const [report] = await reports(1)
    const take = { act: 'take_in_charge', office: town.office('roads'), person: away.account } as const
    await start(await planned(report ? [report] : [], take))
    await town.runJobs()
    const id = report?.id as ReportId
    expect((await town.read(id)).ownerPerson).toBe(substitute.account)
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, id))
    expect(events.at(-1)?.detail).toMatchObject({ person: substitute.account, insteadOf: away.account })
  })

  test('wants the word to the colleagues that the body wants of a change', async () => {
    const forced = (notes: readonly NotedChange[]) =>
      setForcedNotes(town.world, town.tenant, { by: town.admin, forced: notes, seen: null })
    await forced(['resolve'])
    town.setNow(new Date(monday.getTime() + 5000))
    const [report] = await reports(1)
    const id = report?.id as ReportId
    expect(await plan([id])).toEqual({ ok: false, refusal: 'note_missing' })
    await start(await planned(report ? [report] : [], { ...close, note: 'visto' }))
    await town.runJobs()
    const notes = await town.world.read(town.tenant, (reader) => listMessages(reader, id, ['note']))
    expect(notes.map(({ text }) => text)).toEqual(['visto'])
    await forced([])
    town.setNow(new Date(monday.getTime() + 10_000))
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

  test('is found again by whoever asked for it, and by nobody else', async () => {
    const other = await town.person([{ role: 'desk', office: null }])
    const older = await planned(await reports(2), close, other)
    const newer = await planned(await reports(1), { act: 'moderate', moderation: 'rejected' }, other)
    await start(older, other)
    await town.runJobs()
    const runs = await town.world.read(town.tenant, (reader) => listBulkRuns(reader, other.account, 10))
    expect(runs).toMatchObject([
      { id: newer, state: 'previewed', change: { act: 'moderate' }, waiting: 1, done: 0, refused: 0 },
      { id: older, state: 'finished', change: { act: 'resolve' }, waiting: 0, done: 2, refused: 0 },
    ])
  })

  test('is nobody else’s to begin or stop', async () => {
    const run = await planned(await reports(1))
    const other = await town.person([{ role: 'desk', office: null }])
    expect(await start(run, other)).toMatchObject({ refusal: 'no_such_run' })
    expect(await stopBulk(town.world, town.tenant, { by: other, run })).toMatchObject({ refusal: 'no_such_run' })
    expect(await stopBulk(town.world, town.tenant, { by: town.desk, run })).toMatchObject({ refusal: 'wrong_state' })
  })
})

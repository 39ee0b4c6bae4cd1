import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { type Bucket, buckets } from '#domain/reports/inbox.ts'
import { priorities } from '#domain/reports/priority.ts'
import type { Report } from '#domain/reports/report.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { Directory } from '#server/storage/directory.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { hasRead, markRead, readsFor } from '#server/storage/read-marks.ts'
import { changeObservers, saveReport } from '#server/storage/reports.ts'
import { monday, openTown, parksBelowRoads, type Town } from '#tests/town.ts'
import { countInbox, type InboxScope } from './count-inbox.ts'
import type { Mark } from './list/list-order.ts'
import { type ListedReport, listReports } from './list/list-reports.ts'

let town: Town
let directory: Directory
const day = 86_400_000
const size = 30
const inbox: ReportFilter = { ...everything, bucket: 'open' }

/** More than two pages of every kind, with terms and priorities that often fall together. */
beforeAll(async () => {
  town = await openTown()
  directory = parksBelowRoads(town.directory)
  const stages = ['submitted', 'in_charge', 'waiting', 'worked'] as const
  for (let n = 0; n < 2 * size + 5; n++) {
    const report = await town.report()
    const stage = stages[n % stages.length] ?? 'submitted'
    const parks = n % 3 === 0
    await keep({
      ...report,
      stage,
      priority: priorities[n % 4] ?? 'normal',
      termNotice: n % 7 === 0 ? 'late' : 'none',
      ownerOffice: stage === 'submitted' ? null : town.office(parks ? 'parks' : 'roads'),
      ownerPerson: n % 8 === 1 && !parks ? town.roads.account : null,
      resolutionDue: new Date(monday.getTime() + ((n % 5) - 2) * day),
    })
  }
})
afterAll(() => town.close())

const keep = (report: Report) =>
  town.world.transaction(town.tenant, async (tx) => {
    await saveReport(tx, report, monday)
    await refreshInbox(tx, report)
  })
const list = (
  filter: Partial<ReportFilter> = {},
  by: Staff = town.desk,
  after: Mark | null = null,
  readers: readonly OfficeId[] = [],
) =>
  town.world.read(town.tenant, (db) =>
    listReports(db, directory, by, { filter: { ...inbox, ...filter }, sort: 'pressing', after, size, readers }),
  )
const count = (scope: Partial<InboxScope> = {}, by: Staff = town.desk) =>
  town.world.read(town.tenant, (reader) => countInbox(reader, by, { offices: null, person: null, ...scope }))

async function listAll(filter: Partial<ReportFilter> = {}, by: Staff = town.desk): Promise<readonly ListedReport[]> {
  const found: ListedReport[] = []
  for (let after: Mark | null = null; ; ) {
    const page = await list(filter, by, after)
    found.push(...page.rows)
    if (page.after === null) return found
    after = page.after
  }
}

test('leaves a person what is theirs, and an office what is theirs or routed to them', async () => {
  const mine = await listAll({ person: town.roads.account })
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.every(({ ownerName }) => ownerName === 'Rita Roads')).toBe(true)
  const parks = await listAll({}, town.parks)
  expect(parks.length).toBeGreaterThan(0)
  expect(parks.every(({ ownerOffice, routedOffice }) => (ownerOffice ?? routedOffice) === town.office('parks'))).toBe(true)
  expect(await listAll({ office: town.office('urp') }, town.parks)).toEqual([])
  expect(await listAll({ office: town.office('roads') }, town.parks)).toEqual(parks)
})

test('counts what it lists, in every bucket, for the desk, an office and a person', async () => {
  const wanted: readonly (readonly [Staff, Pick<Partial<ReportFilter>, 'office'> & { readonly person?: AccountId }])[] = [
    [town.desk, {}],
    [town.desk, { office: town.office('roads') }],
    [town.desk, { person: town.roads.account }],
    [town.parks, {}],
    [town.parks, { office: town.office('roads') }],
  ]
  for (const [by, scope] of wanted) {
    const { office = null, ...whose } = scope
    const counts = await count({ ...whose, offices: office && withDescendants(directory.offices, office) }, by)
    const listed: Partial<Record<Bucket, number>> = {}
    for (const bucket of buckets) listed[bucket] = (await listAll({ ...scope, bucket }, by)).length
    expect(listed).toEqual(counts)
  }
})

test('counts stay right whatever changes, and however often', async () => {
  const report = await town.report()
  const before = await count()
  const change = fc.record({
    stage: fc.constantFrom('submitted', 'in_charge', 'waiting', 'worked', 'resolved' as const),
    termNotice: fc.constantFrom('none', 'warned', 'late' as const),
    priority: fc.constantFrom(...priorities),
    ownerOffice: fc.constantFrom(null, town.office('roads'), town.office('parks')),
    consent: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      for (const next of changes) {
        const closedAt = next.stage === 'resolved' ? monday : null
        await keep({ ...(await town.read(report.id)), ...next, closedAt })
      }
      await keep({ ...(await town.read(report.id)), stage: 'resolved', closedAt: monday, consent: false })
    }),
    { numRuns: 25 },
  )
  const after = await count()
  expect(after).toEqual({ ...before, open: before.open - 1, take_in_charge: before.take_in_charge - 1 })
})

test('a look of one at the desk counts for the whole desk, until something changes; an office reads for itself', async () => {
  const report = await town.report({ title: 'Lampione spento' })
  const unread = unreadOf(report)
  expect(await unread(town.desk)).toEqual([true])
  await read(report, town.desk)
  expect(await unread(town.desk)).toEqual([false])
  expect(await unread(town.roads)).toEqual([true])
  expect(await seen(report, town.desk)).toBe(true)
  await keep({ ...report, priority: 'high', version: report.version + 1 })
  expect(await unread(town.desk)).toEqual([true])
  expect(await seen(await town.read(report.id), town.desk)).toBe(false)
})

test('whoever works in several offices reads for each, and a report is read where the office that has it has seen it', async () => {
  const [roads, parks] = [town.office('roads'), town.office('parks')]
  const both = await town.person([
    { role: 'office_operator', office: parks },
    { role: 'office_operator', office: roads },
    { role: 'office_manager', office: roads },
  ])
  const report = await town.report({ title: 'Tombino aperto' })
  await town.world.transaction(town.tenant, (tx) => changeObservers(tx, report.id, [parks], []))
  const unread = unreadOf(report)
  await read(report, town.parks)
  expect(await unread(town.parks)).toEqual([false])
  expect(await unread(both)).toEqual([true])
  expect(await seen(report, both)).toBe(false)
  await read(report, both)
  expect(await seen(report, both)).toBe(true)
  expect(await unread(both)).toEqual([false])
  expect(await unread(town.roads)).toEqual([false])
  expect(await unread(town.desk)).toEqual([true])
})

test('a list of one office of several shows what that office has read', () => {
  const [urp, roads] = [town.office('urp'), town.office('roads')]
  const list = { deskOffice: urp, office: roads }
  expect(readsFor(town.roads, list)).toEqual([roads])
  expect(readsFor(town.desk, list)).toEqual([urp])
  expect(readsFor(town.admin, list)).toEqual([])
})

function unreadOf({ number }: Report) {
  return async (by: Staff) => {
    const readers = readsFor(by, { deskOffice: town.office('urp'), office: null })
    const page = await list({ text: String(number), bucket: null }, by, null, readers)
    return page.rows.map((row) => row.unread)
  }
}

function seen({ id, version }: Report, by: Staff): Promise<boolean> {
  return town.world.read(town.tenant, (reader) => hasRead(reader, by, { report: id, version }))
}

function read({ id, version }: Report, by: Staff): Promise<void> {
  return town.world.transaction(town.tenant, (tx) => markRead(tx, by, { report: id, version, at: monday }))
}

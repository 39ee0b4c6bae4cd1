import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { type Bucket, buckets } from '#domain/reports/inbox.ts'
import { priorities } from '#domain/reports/priority.ts'
import type { Report } from '#domain/reports/report.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { markRead, readsFor } from '#server/storage/read-marks.ts'
import { saveReport } from '#server/storage/reports.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { countInbox, type InboxScope } from './count-inbox.ts'
import { type InboxFilter, type InboxRow, inboxPage, listInbox } from './inbox.ts'

let town: Town
const day = 86_400_000
const everything: InboxFilter = { bucket: 'open', stage: null, office: null, person: null, text: '', reader: null, after: null }

/** More than two pages of every kind, with terms and priorities that often fall together. */
beforeAll(async () => {
  town = await openTown()
  const stages = ['submitted', 'in_charge', 'waiting', 'worked'] as const
  for (let n = 0; n < 2 * inboxPage + 5; n++) {
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
const list = (filter: Partial<InboxFilter> = {}, by: Staff = town.desk) =>
  town.world.read(town.tenant, (reader) => listInbox(reader, by, { ...everything, ...filter }))
const count = (scope: Partial<InboxScope> = {}, by: Staff = town.desk) =>
  town.world.read(town.tenant, (reader) => countInbox(reader, by, { office: null, person: null, ...scope }))

async function listAll(filter: Partial<InboxFilter> = {}, by: Staff = town.desk): Promise<readonly InboxRow[]> {
  const found: InboxRow[] = []
  for (;;) {
    const rows = await list({ ...filter, after: found.at(-1) ?? null }, by)
    found.push(...rows.slice(0, inboxPage))
    if (rows.length <= inboxPage) return found
  }
}

test('goes through all that is open, the most pressing first, and shows nothing twice', async () => {
  const rows = await listAll()
  expect(new Set(rows.map(({ number }) => number)).size).toBe(2 * inboxPage + 5)
  const keys = rows.map(({ priority, due, number }) => [-priorities.indexOf(priority), due.getTime(), number] as const)
  expect(keys).toEqual(keys.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]))
})

test('pages one bucket, and a search newest first, through to the end', async () => {
  const submitted = await listAll({ bucket: 'take_in_charge' })
  expect(submitted.every(({ stage }) => stage === 'submitted')).toBe(true)
  const found = (await listAll({ text: 'buca' })).map(({ number }) => number)
  expect(found).toHaveLength(2 * inboxPage + 5)
  expect(found).toEqual(found.toSorted((one, other) => other - one))
})

test('leaves a person what is theirs, and an office what is theirs or routed to them', async () => {
  const mine = await list({ person: town.roads.account })
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.every(({ ownerName }) => ownerName === 'Rita Roads')).toBe(true)
  const parks = await listAll({}, town.parks)
  expect(parks.length).toBeGreaterThan(0)
  expect(parks.every(({ ownerOffice, routedOffice }) => (ownerOffice ?? routedOffice) === town.office('parks'))).toBe(true)
  expect(await listAll({ office: town.office('roads') }, town.parks)).toEqual([])
})

test('counts what it lists, in every bucket, for the desk, an office and a person', async () => {
  const scopes: readonly (readonly [Staff, Partial<InboxScope>])[] = [
    [town.desk, {}],
    [town.desk, { office: town.office('roads') }],
    [town.desk, { person: town.roads.account }],
    [town.parks, {}],
    [town.parks, { office: town.office('roads') }],
  ]
  for (const [by, scope] of scopes) {
    const counts = await count(scope, by)
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

test('finds an exact number alone, closed or not', async () => {
  const closed = await town.report({ title: 'Panchina rotta' })
  await keep({ ...closed, stage: 'resolved', closedAt: monday })
  expect((await list({ text: `n. ${closed.number}` })).map(({ number }) => number)).toEqual([closed.number])
  expect((await listAll()).map(({ number }) => number)).not.toContain(closed.number)
})

test('a look of one at the desk counts for the whole desk, until something changes; an office reads for itself', async () => {
  const report = await town.report({ title: 'Lampione spento' })
  const [desk, roads] = [readsFor(town.desk, town.office('urp')), readsFor(town.roads, town.office('urp'))]
  const unread = async (by: Staff, reader: typeof desk) =>
    (await list({ text: String(report.number), reader }, by)).map((row) => row.unread)
  expect(await unread(town.desk, desk)).toEqual([true])
  await town.world.transaction(town.tenant, async (tx) => {
    if (desk) await markRead(tx, { report: report.id, office: desk, version: report.version, by: town.desk.account, at: monday })
  })
  expect(await unread(town.desk, desk)).toEqual([false])
  expect(await unread(town.roads, roads)).toEqual([true])
  await keep({ ...report, priority: 'high' })
  expect(await unread(town.desk, desk)).toEqual([true])
})

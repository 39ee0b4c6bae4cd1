import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import { saveReport } from '#server/storage/reports.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { countInbox, type InboxFilter, type InboxRow, inboxPage, listInbox } from './inbox.ts'

let town: Town
const day = 86_400_000
const everything: InboxFilter = { action: null, stage: null, office: null, person: null, text: '', after: null }

/** More than two pages: waiting, late, in work and not taken in charge in turn, with terms that often fall together. */
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
      ownerOffice: stage === 'submitted' ? null : town.office(parks ? 'parks' : 'roads'),
      ownerPerson: n % 8 === 1 && !parks ? town.roads.account : null,
      resolutionDue: new Date(monday.getTime() + ((n % 5) - 2) * day),
    })
  }
})
afterAll(() => town.close())

const keep = (report: Report) => town.world.transaction(town.tenant, (tx) => saveReport(tx, report, monday))
const list = (filter: Partial<InboxFilter> = {}) =>
  town.world.read(town.tenant, (reader) => listInbox(reader, town.desk, { ...everything, ...filter }, monday))

async function listAll(filter: Partial<InboxFilter> = {}): Promise<readonly InboxRow[]> {
  const found: InboxRow[] = []
  for (;;) {
    const rows = await list({ ...filter, after: found.at(-1) ?? null })
    found.push(...rows.slice(0, inboxPage))
    if (rows.length <= inboxPage) return found
  }
}

test('goes through all that is open, the most pressing first, and shows nothing twice', async () => {
  const rows = await listAll()
  expect(new Set(rows.map(({ number }) => number)).size).toBe(2 * inboxPage + 5)
  const order = ['take_in_charge', 'read_author', 'answer', 'hurry', 'work', 'wait']
  const keys = rows.map(({ action, due, number }) => [order.indexOf(action), due.getTime(), number] as const)
  const sorted = keys.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2])
  expect(keys).toEqual(sorted)
})

test('pages one group, and a search newest first, through to the end', async () => {
  const submitted = await listAll({ action: 'take_in_charge' })
  expect(submitted.every(({ stage }) => stage === 'submitted')).toBe(true)
  const found = (await listAll({ text: 'buca' })).map(({ number }) => number)
  expect(found).toHaveLength(2 * inboxPage + 5)
  expect(found).toEqual(found.toSorted((one, other) => other - one))
})

test('leaves a person what is theirs, and an office what is theirs or routed to them', async () => {
  const mine = await list({ person: town.roads.account })
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.every(({ ownerName }) => ownerName === 'Rita Roads')).toBe(true)
  const parks = await listAll({ office: town.office('parks') })
  expect(parks.length).toBeGreaterThan(0)
  expect(parks.every(({ ownerOffice }) => ownerOffice === town.office('parks'))).toBe(true)
})

test.each([
  ['everything', {}],
  ['an office', { office: 'roads' }],
  ['a person', { person: true }],
] as const)('counts what it lists: %s', async (_, wanted) => {
  const filter = {
    office: 'office' in wanted ? town.office(wanted.office) : null,
    person: 'person' in wanted ? town.roads.account : null,
  }
  const counts = await town.world.read(town.tenant, (reader) => countInbox(reader, town.desk, filter, monday))
  const rows = await listAll(filter)
  const listed = Object.fromEntries(
    Object.keys(counts).map((action) => [action, rows.filter((row) => row.action === action).length]),
  )
  expect(counts).toEqual(listed)
})

test('finds an exact number alone, closed or not', async () => {
  const closed = await town.report({ title: 'Panchina rotta' })
  await keep({ ...closed, stage: 'resolved', closedAt: monday })
  expect((await list({ text: `n. ${closed.number}` })).map(({ number }) => number)).toEqual([closed.number])
  expect((await listAll()).map(({ number }) => number)).not.toContain(closed.number)
})

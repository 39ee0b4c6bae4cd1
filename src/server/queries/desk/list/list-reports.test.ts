import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officesOf, roles, type Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { type Bucket, buckets, responsibleOffice } from '#domain/reports/inbox.ts'
import { channels, reportKinds } from '#domain/reports/kind.ts'
import { type Sort, sorts } from '#domain/reports/list-look.ts'
import { matchesFilter } from '#domain/reports/matches-filter.ts'
import { may } from '#domain/reports/may.ts'
import { priorities, priorityRank } from '#domain/reports/priority.ts'
import { type Report, termNotices } from '#domain/reports/report.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import { satisfactions } from '#domain/reports/satisfaction.ts'
import { isOpen, stages } from '#domain/reports/stage.ts'
import { moderations } from '#domain/reports/visibility.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Directory } from '#server/storage/directory.ts'
import { openTown, parksBelowRoads, type Town } from '#tests/town.ts'
import { type Varied, variedReports } from '#tests/varied-reports.ts'
import { countedUpTo } from './counted-up-to.ts'
import { type ListedReport, listReports } from './list-reports.ts'

let town: Town
let directory: Directory
let varied: readonly Varied[]
let both: Staff
const size = 7

beforeAll(async () => {
  town = await openTown()
  directory = parksBelowRoads(town.directory)
  varied = await variedReports(town, 90)
  both = await town.person([
    { role: 'office_operator', office: town.office('parks') },
    { role: 'office_manager', office: town.office('roads') },
  ])
}, 120_000)
afterAll(() => town.close())

const page = (by: Staff, filter: Partial<ReportFilter>, sort: Sort, after: ListedReport | null) =>
  town.world.read(town.tenant, (reader) =>
    listReports(reader, directory, by, {
      filter: { ...everything, ...filter },
      sort,
      after: after?.mark ?? null,
      size,
      readers: [],
    }),
  )

async function all(by: Staff, filter: Partial<ReportFilter>, sort: Sort = 'newest'): Promise<readonly ListedReport[]> {
  const found: ListedReport[] = []
  for (;;) {
    const { rows, after } = await page(by, filter, sort, found.at(-1) ?? null)
    found.push(...rows)
    if (after === null) return found
  }
}

/** What the rules say without a database: whoever may read it, and in the inbox whoever has it. */
function expected(by: Staff, filter: ReportFilter): readonly ReportId[] {
  const { categories, areas, offices, tenant } = directory
  const context = { me: by.account, categories, areas, offices, zone: tenant.settings.calendar.zone }
  const theirs = (report: Report) =>
    filter.bucket === null
      ? may(by, 'read', report).ok
      : mayDo(by, 'see_desk') || officesOf(by).includes(responsibleOffice(report))
  const mayAsk = (report: Report) => filter.author === null || may(by, 'read_contacts', report).ok
  return varied
    .filter(({ report, facts }) => theirs(report) && mayAsk(report) && matchesFilter(filter, report, facts, context))
    .map(({ report }) => report.id)
}

function actors(): fc.Arbitrary<Staff> {
  const membership = fc.record({
    role: fc.constantFrom(...roles),
    office: fc.constantFrom(town.office('roads'), town.office('parks')),
  })
  const someone = fc
    .array(membership, { maxLength: 3 })
    .map((memberships): Staff => ({ kind: 'staff', account: town.roads.account, memberships }))
  return fc.oneof(fc.constantFrom(town.desk, town.roads, town.parks, both), someone)
}

/** Mostly one or two conditions, so that something is left to be found. */
function filters(): fc.Arbitrary<ReportFilter> {
  const offices = ['roads', 'parks', 'urp'].map((code) => town.office(code))
  const any = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 1 })
  const some = <T>(values: readonly T[]) => fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.subarray([...values]))
  const rarely = <T>(arbitrary: fc.Arbitrary<T | null>) => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, arbitrary)
  const days = ['2026-04-20', '2026-05-10', '2026-05-11']
  return fc.record({
    bucket: rarely(any<Bucket>(...buckets)),
    stages: some(stages),
    kinds: some(reportKinds),
    category: rarely(any(...town.directory.categories.keys())),
    area: rarely(any(...town.directory.areas.keys())),
    office: rarely(any(...offices)),
    person: rarely(any<ReportFilter['person']>('me', 'nobody', town.roads.account, town.desk.account)),
    channels: some(channels),
    terms: some(termNotices),
    priorities: some(priorities),
    satisfactions: some(satisfactions),
    visible: rarely(any(true, false)),
    moderation: rarely(any(...moderations)),
    text: fc.constant(''),
    from: rarely(any(...days)),
    to: rarely(any(...days)),
    plannedFrom: rarely(any(...days)),
    plannedTo: rarely(any(...days)),
    box: rarely(any([9.1, 44, 9.2, 44.1] as const, [9.05, 44.05, 9.06, 44.06] as const)),
    photo: rarely(any(true, false)),
    observer: rarely(any(...offices)),
    author: rarely(fc.constantFrom(...varied.slice(0, 5).map(({ report }) => report.author))),
    recordedBy: rarely(any(town.desk.account, town.roads.account)),
    group: rarely(any<ReportFilter['group']>('grouped', 'single', varied[0]?.report.number ?? null, 999_999)),
  })
}

const ids = (rows: readonly { readonly id: ReportId }[]) => rows.map(({ id }) => id).toSorted()

test('filter, rules and SQL agree on every report, for everybody', async () => {
  await fc.assert(
    fc.asyncProperty(actors(), filters(), fc.constantFrom(...sorts), async (by, filter, sort) => {
      const found = await all(by, filter, sort)
      const wanted = expected(by, filter)
      expect(ids(found)).toEqual(wanted.toSorted())
      const counted = await page(by, filter, sort, null)
      expect(counted.found).toBe(Math.min(wanted.length, countedUpTo + 1))
    }),
    { numRuns: 300 },
  )
}, 120_000)

test.each([
  ['the filter of everything finds everything for the desk', everything],
  ['and each condition alone something', { ...everything, photo: true }],
] as const)('%s', async (_, filter) => {
  expect((await all(town.desk, filter)).length).toBeGreaterThan(10)
})

describe('every order', () => {
  const rank = ({ priority }: ListedReport) => -priorityRank(priority)
  const closed = ({ stage }: ListedReport) => Number(!isOpen(stage))
  const keys: Readonly<Record<Sort, (row: ListedReport) => readonly number[]>> = {
    pressing: (row) => [closed(row), rank(row), row.resolutionDue.getTime(), row.number],
    due: (row) => [closed(row), row.resolutionDue.getTime(), row.number],
    newest: (row) => [-row.submittedAt.getTime(), -row.number],
    oldest: (row) => [row.submittedAt.getTime(), row.number],
    changed: (row) => [-row.changedAt.getTime(), -row.number],
  }
  const compare = (one: readonly number[], other: readonly number[]) =>
    one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0

  test.each(
    sorts.flatMap((sort) => [null, 'open', 'take_in_charge', 'work'].map((bucket) => [sort, bucket as Bucket | null] as const)),
  )(
    '%s, in the bucket %s, is kept over all pages, for the desk and for who has two offices, and nothing comes twice',
    async (sort, bucket) => {
      for (const by of [town.desk, both]) {
        const rows = await all(by, { bucket }, sort)
        expect(new Set(ids(rows)).size).toBe(rows.length)
        expect(rows.length).toBeGreaterThan(0)
        expect(rows).toEqual(rows.toSorted((one, other) => compare(keys[sort](one), keys[sort](other))))
      }
    },
  )

  test('begins again with a mark that belongs to another order', async () => {
    const [first] = await all(town.desk, {}, 'pressing')
    const rows = await page(town.desk, {}, 'newest', first ?? null)
    expect(rows).toEqual(await page(town.desk, {}, 'newest', null))
  })

  test('pages on to the microsecond', async () => {
    const moved = varied.slice(0, 3).map(({ report }) => report.id)
    await town.world.transaction(town.tenant, async (tx) => {
      for (const [at, id] of moved.entries())
        await tx.db
          .updateTable('report')
          .where('report.tenant_id', '=', tx.tenant)
          .where('report.id', '=', id)
          .set({ updated_at: `2026-05-11T08:00:00.00000${at + 1}Z` as never })
          .execute()
    })
    const rows = await all(town.desk, {}, 'changed')
    expect(new Set(ids(rows)).size).toBe(varied.length)
  })
})

describe('a search', () => {
  const find = async (by: Staff, text: string, filter: Partial<ReportFilter> = {}) => {
    const { rows, exact } = await page(by, { ...filter, text }, 'newest', null)
    return { numbers: rows.map(({ number }) => number), titles: new Set(rows.map(({ title }) => title)), exact }
  }

  test.each(['{n}', '#{n}', 'n. {n}'])('for the number %s finds it alone, whatever else is asked', async (pattern) => {
    const number = varied[3]?.report.number
    const found = await find(town.desk, pattern.replace('{n}', String(number)), { stages: ['withdrawn'], bucket: 'late' })
    expect(found).toMatchObject({ numbers: [number], exact: true })
  })

  test('for the number of another office’s report finds nothing', async () => {
    const other = varied.find(({ report }) => !may(town.parks, 'read', report).ok)
    expect(await find(town.parks, `#${other?.report.number}`)).toMatchObject({ numbers: [] })
  })

  test('for a number that no report has looks for the words', async () => {
    await town.report({ title: 'Civico 987654', description: 'Davanti al portone.' })
    expect(await find(town.desk, '987654')).toMatchObject({ titles: new Set(['Civico 987654']), exact: false })
  })

  test.each([
    ['citta', 'Città sporca'],
    ['CITTÀ', 'Città sporca'],
    ['sporche', 'Città sporca'],
    ['albero cad', 'Albero caduto'],
    ['via lunga alb', 'Albero caduto'],
  ])('for “%s” finds “%s”', async (text, title) => {
    expect((await find(town.desk, text)).titles).toEqual(new Set([title]))
  })

  test.each(['zzz', '&', '!', "'", 'a & ! b', '\u0000', '   -- ', ':*'])('for “%s” is no fault', async (text) => {
    expect(await find(town.desk, text)).toMatchObject({ exact: false })
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, actingRoles, type Membership, roles } from '#domain/people/actor.ts'
import { deeds, may, mayMove, mayReply } from '#domain/reports/may.ts'
import { priorities } from '#domain/reports/priority.ts'
import { type Report, termNotices } from '#domain/reports/report.ts'
import { isOpen, stages } from '#domain/reports/stage.ts'
import { acts } from '#domain/reports/transitions.ts'
import { moderations } from '#domain/reports/visibility.ts'
import type { AccountId, ApiKeyId, Id, OfficeId, ReportId } from '#domain/shared/id.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { monday, openTown, parksBelowRoads, type Town } from '#tests/town.ts'
import { moveRules } from './move-rules.ts'
import { readableBy, readableParts } from './readable-by.ts'
import { changeObservers, insertReport } from './reports.ts'

let town: Town
let reports: readonly Report[]
/** Other reports each time; what fails names them. */
const seed = Date.now() % 2 ** 31
const day = 86_400_000

beforeAll(async () => {
  town = await openTown()
  const like = await town.report()
  const made = fc.sample(randomReports(like), { numRuns: 250, seed })
  await town.world.transaction(town.tenant, async (tx) => {
    for (const [at, report] of made.entries()) {
      await insertReport(tx, { ...report, number: like.number + 1 + at }, { ...entry, submissionKey: town.world.newId() })
      await changeObservers(tx, report.id, report.observers, [])
    }
  })
  for (const { id, mentioned } of made.filter((report) => report.mentioned.length > 0))
    await writeNote(town.world, town.tenant, {
      report: id,
      by: town.desk,
      seenVersion: null,
      text: 'Guardate?',
      mentions: mentioned,
    })
  reports = await Promise.all([like, ...made].map(({ id }) => town.read(id)))
}, 60_000)
afterAll(() => town.close())

const entry = { recordedBy: null, apiKey: null }
const offices = () => ['roads', 'parks', 'urp'].map((code) => town.office(code))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

function randomReports(like: Report): fc.Arbitrary<Report> {
  const office = fc.constantFrom(...offices())
  const people = [town.roads.account, town.parks.account]
  return fc
    .record({
      stage: fc.constantFrom(...stages),
      routedOffice: office,
      ownerOffice: maybe(office),
      ownerPerson: maybe(fc.constantFrom(...people)),
      observers: fc.subarray(offices(), { maxLength: 2 }),
      mentioned: fc.oneof({ weight: 4, arbitrary: fc.constant<AccountId[]>([]) }, fc.subarray(people)),
      priority: fc.constantFrom(...priorities),
      moderation: fc.constantFrom(...moderations),
      termNotice: fc.constantFrom(...termNotices),
      authorWaitsSince: maybe(fc.constant(monday)),
      resolutionDue: fc.integer({ min: -2, max: 2 }).map((days) => new Date(monday.getTime() + days * day)),
    })
    .map((varied) => {
      const ownerOffice = varied.stage === 'submitted' ? null : varied.ownerOffice
      const ownerPerson = ownerOffice === null ? null : varied.ownerPerson
      const closedAt = isOpen(varied.stage) ? null : monday
      return { ...like, ...varied, id: town.world.newId<'report'>(), ownerOffice, ownerPerson, closedAt }
    })
}

/** Of every kind, with roles as they are held and as they act in a tree of offices. */
function actors(): fc.Arbitrary<Actor> {
  const membership: fc.Arbitrary<Membership> = fc.record({
    role: fc.constantFrom(...roles),
    office: fc.constantFrom<OfficeId>(...offices()),
  })
  const tree = parksBelowRoads(town.directory).offices
  const memberships = fc.tuple(fc.array(membership, { maxLength: 3 }), fc.boolean())
  const account = fc.constantFrom(town.parks.account, town.roads.account, town.desk.account, town.world.newId<'account'>())
  const report = fc.constantFrom<ReportId>(...reports.map(({ id }) => id), town.world.newId<'report'>())
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(account, memberships).map(
        ([who, [held, acting]]): Actor => ({
          kind: 'staff',
          account: who,
          memberships: acting ? actingRoles(held, tree) : held,
        }),
      ),
    },
    { weight: 2, arbitrary: report.map((id): Actor => ({ kind: 'author', report: id })) },
    fc.constant<Actor>({ kind: 'machine', key: 'k' as ApiKeyId, scopes: ['requests'] }),
    fc.constant<Actor>({ kind: 'supplier', link: 'l' as Id<'supplier-link'> }),
    fc.constant<Actor>({ kind: 'system' }),
  )
}

async function listed(actor: Actor): Promise<readonly ReportId[]> {
  const rows = await town.world.read(town.tenant, ({ db, tenant }) =>
    db.selectFrom('report').where('report.tenant_id', '=', tenant).where(readableBy(actor, tenant)).select('report.id').execute(),
  )
  return rows.map(({ id }) => id).sort()
}

const mayRead = (actor: Actor) =>
  reports
    .filter((report) => may(actor, 'read', report).ok)
    .map(({ id }) => id)
    .sort()

test('whom the rule lets read a report, the SQL filter finds it for, and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(actors(), async (actor) => {
      expect(await listed(actor), `reports of ${seed}`).toEqual(mayRead(actor))
    }),
    { numRuns: 150 },
  )
})

test('the parts of the filter give the same reports, each by one part alone', async () => {
  await fc.assert(
    fc.asyncProperty(actors(), async (actor) => {
      const found = await town.world.read(town.tenant, async ({ db, tenant }) => {
        const parts = []
        for (const part of readableParts(actor, tenant))
          parts.push(
            await db.selectFrom('report').where('report.tenant_id', '=', tenant).where(part).select('report.id').execute(),
          )
        return parts.flat()
      })
      expect(found.map(({ id }) => id).sort(), `reports of ${seed}`).toEqual(mayRead(actor))
    }),
    { numRuns: 150 },
  )
})

test('whatever the rules let somebody do with a report, the lists show it to them first', async () => {
  const now = monday
  const ruled = reports.map((report) => ({
    report,
    rules: { ...moveRules(town.directory, report, now), officesMayReply: true },
  }))
  await fc.assert(
    fc.asyncProperty(actors(), async (actor) => {
      const doable = ruled.filter(
        ({ report, rules }) =>
          deeds.some((deed) => may(actor, deed, report).ok) ||
          mayReply(actor, report, rules).ok ||
          acts.some((act) => mayMove(actor, act, report, rules, now).ok),
      )
      const shown = new Set(await listed(actor))
      expect(
        doable.filter(({ report }) => !shown.has(report.id)),
        `reports of ${seed}`,
      ).toEqual([])
    }),
    { numRuns: 150 },
  )
})

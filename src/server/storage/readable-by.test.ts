import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, type Membership, roles } from '#domain/people/actor.ts'
import { deeds, may, mayMove } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { type Stage, stages } from '#domain/reports/stage.ts'
import { acts } from '#domain/reports/transitions.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { moveRules } from './move-rules.ts'
import { readableBy, readableParts } from './readable-by.ts'
import { saveReport } from './reports.ts'

let town: Town
let reports: readonly Report[]
const day = 86_400_000

beforeAll(async () => {
  town = await openTown()
  const offices: readonly (OfficeId | null)[] = [null, town.office('roads'), town.office('parks'), town.office('urp')]
  const made: Report[] = []
  for (const [at, stage] of stages.entries()) {
    for (const [nth, ownerOffice] of offices.entries()) made.push(await place(stage, ownerOffice, (at + nth) % 3, offices))
  }
  reports = made
})
afterAll(() => town.close())

async function place(
  stage: Stage,
  ownerOffice: OfficeId | null,
  variant: number,
  offices: readonly (OfficeId | null)[],
): Promise<Report> {
  const report = await town.report()
  const closed = stage === 'resolved' || stage === 'declined' || stage === 'withdrawn'
  const changed: Report = {
    ...report,
    stage,
    ownerOffice: stage === 'submitted' ? null : ownerOffice,
    routedOffice: offices[1 + variant] ?? report.routedOffice,
    closedAt: closed ? monday : null,
    authorWaitsSince: variant === 1 && !closed ? monday : null,
    resolutionDue: new Date(monday.getTime() + (variant - 1) * day),
  }
  const observer = variant === 2 ? town.office('parks') : null
  const note = { report: report.id, by: town.desk, seenVersion: null, text: 'Guardate?', mentions: [town.parks.account] }
  if (variant === 1) await writeNote(town.world, town.tenant, note)
  await town.world.transaction(town.tenant, async (tx) => {
    await saveReport(tx, changed, monday)
    if (observer)
      await tx.db
        .insertInto('report_observer')
        .values({ tenant_id: tx.tenant, report_id: report.id, office_id: observer })
        .execute()
  })
  return town.read(report.id)
}

function actors(): fc.Arbitrary<Actor> {
  const offices = [town.office('roads'), town.office('parks'), town.office('urp')]
  const membership: fc.Arbitrary<Membership> = fc.record({ role: fc.constantFrom(...roles), office: fc.constantFrom(...offices) })
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .array(membership, { maxLength: 3 })
        .map((memberships): Actor => ({ kind: 'staff', account: town.parks.account, memberships })),
    },
    fc.constantFrom(...reports.map(({ id }): Actor => ({ kind: 'author', report: id }))),
    fc.constant<Actor>({ kind: 'system' }),
  )
}

test('whom the rule lets read a report, the SQL filter finds it for, and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(actors(), async (actor) => {
      const rows = await town.world.read(town.tenant, ({ db, tenant }) =>
        db
          .selectFrom('report')
          .where('report.tenant_id', '=', tenant)
          .where(readableBy(actor, tenant))
          .select('report.id')
          .execute(),
      )
      const allowed = reports.filter((report) => may(actor, 'read', report).ok).map(({ id }) => id)
      expect(rows.map(({ id }) => id).sort()).toEqual(allowed.sort())
    }),
    { numRuns: 120 },
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
      const allowed = reports.filter((report) => may(actor, 'read', report).ok).map(({ id }) => id)
      expect(found.map(({ id }) => id).sort()).toEqual(allowed.sort())
    }),
    { numRuns: 120 },
  )
})

test('whatever the rules let somebody do with a report, the lists show it to them first', async () => {
  const now = monday
  const directory = await town.world.directories.of(town.tenant)
  await fc.assert(
    fc.asyncProperty(actors(), async (actor) => {
      if (actor.kind === 'system') return
      const doable = reports.filter(
        (report) =>
          deeds.some((deed) => may(actor, deed, report).ok) ||
          acts.some((act) => mayMove(actor, act, report, moveRules(directory, report, now), now).ok),
      )
      const rows = await town.world.read(town.tenant, ({ db, tenant }) =>
        db
          .selectFrom('report')
          .where('report.tenant_id', '=', tenant)
          .where(readableBy(actor, tenant))
          .select('report.id')
          .execute(),
      )
      const listed = new Set(rows.map(({ id }) => id))
      expect(doable.filter(({ id }) => !listed.has(id))).toEqual([])
    }),
    { numRuns: 120 },
  )
})

import { type BulkChange, type BulkRefusal, decideBulk, whatBulkLacks } from '#domain/bulk/bulk-change.ts'
import type { Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { may } from '#domain/reports/may.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type BulkItem, type BulkRunId, insertBulkRun } from '#server/storage/bulk.ts'
import { bulkRules } from '#server/storage/bulk-rules.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readReport } from '#server/storage/reports.ts'
import { worksInOffice } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

/** How many reports one bulk change may touch: what is beyond is asked for in a second one. */
export const largestBulk = 5000

export type PlanBulk = { readonly by: Staff; readonly change: BulkChange; readonly reports: readonly ReportId[] }

export type PlanBulkRefusal = BulkRefusal | 'nothing_selected' | 'too_many'

/** Tries a change on every report asked for, changing none, and keeps what each rule said, so that a person decides knowing it. */
export async function planBulk(world: World, tenant: TenantId, ask: PlanBulk): Promise<Result<BulkRunId, PlanBulkRefusal>> {
  if (!mayDo(ask.by, 'bulk')) return refuse('not_yours')
  if (ask.reports.length === 0) return refuse('nothing_selected')
  if (ask.reports.length > largestBulk) return refuse('too_many')
  const lacks = whatBulkLacks(ask.change)
  if (lacks !== null) return refuse(lacks)
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx): Promise<Result<BulkRunId, PlanBulkRefusal>> => {
    const unknown = await namesSomebodyUnknown(tx, directory, ask.change)
    if (unknown !== null) return refuse(unknown)
    const items: BulkItem[] = []
    for (const report of new Set(ask.reports)) {
      const item = await tryOne(tx, directory, ask, report, world.now())
      if (item) items.push(item)
    }
    if (items.length === 0) return refuse('nothing_selected')
    const id = world.newId<'bulk-run'>()
    const run = { id, by: ask.by.account, change: ask.change, state: 'previewed', at: world.now() } as const
    await insertBulkRun(tx, run, items)
    return done(id)
  })
}

/** Reports that the person may not read are left out as if they were not there. */
async function tryOne(tx: Tx, directory: Directory, { by, change }: PlanBulk, id: ReportId, now: Date): Promise<BulkItem | null> {
  const report = await readReport(tx, id)
  if (!report || !may(by, 'read', report).ok) return null
  const decided = decideBulk(report, change, by, bulkRules(directory, report, now), now)
  const { number, version } = report
  if (decided.ok) return { report: id, number, version, state: 'waiting', refusal: null }
  return { report: id, number, version, state: 'refused', refusal: decided.refusal }
}

async function namesSomebodyUnknown(
  tx: Tx,
  directory: Directory,
  change: BulkChange,
): Promise<'office_unknown' | 'person_unknown' | null> {
  if (!('office' in change) || change.office === null) return null
  if (!directory.offices.get(change.office)?.active) return 'office_unknown'
  if (change.person === null || (await worksInOffice(tx, change.person, change.office))) return null
  return 'person_unknown'
}

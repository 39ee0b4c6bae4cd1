import { type BulkChange, decideBulk } from '#domain/bulk/bulk-change.ts'
import type { Staff } from '#domain/people/actor.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listMemberships } from '#server/storage/accounts.ts'
import { type BulkItem, type BulkItemRefusal, type BulkRun, settleBulkItem } from '#server/storage/bulk.ts'
import { bulkRules } from '#server/storage/bulk-rules.ts'
import { changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import type { World } from '#server/world.ts'

/**
 * Changes one report of a bulk run in a transaction of its own, with an event of its own, in the name of whoever asked for it and
 * with what they may do now. What the rule refuses, or what changed since it was tried, is written down and left as it is.
 */
export async function changeOneOfBulk(
  world: World,
  tenant: TenantId,
  run: BulkRun,
  item: BulkItem,
): Promise<Result<null, BulkItemRefusal>> {
  const directory = await world.directories.of(tenant)
  const changed = await world.transaction(tenant, async (tx) => {
    if (!(await settleBulkItem(tx, run.id, item.report, { state: 'done' }))) return done(null)
    const by: Staff = { kind: 'staff', account: run.by, memberships: await listMemberships(tx, run.by) }
    const change = await withSubstitute(tx, run.change, civilDate(world.now(), directory.tenant.settings.calendar.zone))
    return changeReport<BulkItemRefusal>(world, tx, { report: item.report, by, seenVersion: item.version }, (report) =>
      decideBulk(report, change, by, bulkRules(directory, report, world.now()), world.now()),
    )
  })
  if (changed.ok) return done(null)
  await world.transaction(tenant, (tx) => settleBulkItem(tx, run.id, item.report, { state: 'refused', refusal: changed.refusal }))
  return refuse(changed.refusal)
}

/** Work for somebody who is absent goes to whoever stands in for them. */
async function withSubstitute(tx: Tx, change: BulkChange, today: string): Promise<BulkChange> {
  if (change.act !== 'assign' || change.office === null || change.person === null) return change
  return { ...change, ...(await whoGets(tx, { office: change.office, person: change.person }, today)) }
}

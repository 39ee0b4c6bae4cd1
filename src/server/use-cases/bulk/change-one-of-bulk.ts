import { type BulkChange, decideBulk } from '#domain/bulk/bulk-change.ts'
import { changeForReport, type FillText } from '#domain/bulk/change-for-report.ts'
import { actingRoles, type Staff } from '#domain/people/actor.ts'
import type { Report } from '#domain/reports/report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listMemberships } from '#server/storage/accounts.ts'
import { groupsOfAuthor } from '#server/storage/author-groups.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { type BulkItem, type BulkItemRefusal, type BulkRun, settleBulkItem } from '#server/storage/bulk.ts'
import { bulkRules } from '#server/storage/bulk-rules.ts'
import { changeReport } from '#server/storage/change-report.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import type { World } from '#server/world.ts'

export type ChangeOneOfBulk = { readonly run: BulkRun; readonly item: BulkItem; readonly fill: FillText }

/**
 * Changes one report of a bulk run in a transaction of its own, with an event of its own, in the name of whoever asked for it and
 * with what they may do now. What the rule refuses, or what changed since it was tried, is written down and left as it is.
 */
export async function changeOneOfBulk(
  world: World,
  tenant: TenantId,
  { run, item, fill }: ChangeOneOfBulk,
): Promise<Result<null, BulkItemRefusal>> {
  const directory = await world.directories.of(tenant)
  const changed = await world.transaction(tenant, async (tx) => {
    if (!(await settleBulkItem(tx, run.id, item.report, { state: 'done' }))) return done(null)
    const memberships = actingRoles(await listMemberships(tx, run.by), directory.offices)
    const by: Staff = { kind: 'staff', account: run.by, memberships }
    const change = await withSubstitute(tx, run.change, civilDate(world.now(), directory.tenant.settings.calendar.zone))
    return changeReport<BulkItemRefusal>(world, tx, { report: item.report, by, seenVersion: item.version }, async (report) => {
      const meant = await filledIn(tx, directory, change, report, fill)
      const routable = { ...report, authorGroups: await groupsOfAuthor(tx, directory, report.author) }
      return decideBulk(report, meant, by, bulkRules(directory, routable, world.now()), world.now())
    })
  })
  if (changed.ok) return done(null)
  await world.transaction(tenant, (tx) => settleBulkItem(tx, run.id, item.report, { state: 'refused', refusal: changed.refusal }))
  return refuse(changed.refusal)
}

async function filledIn(
  tx: Tx,
  { templates }: Directory,
  change: BulkChange,
  report: Report,
  fill: FillText,
): Promise<BulkChange> {
  const author = 'text' in change && report.author ? await readAuthor(tx, report.author) : null
  return changeForReport(change, report, { templates, locale: author?.locale ?? 'it', fill })
}

/** Work for somebody who is absent goes to whoever stands in for them. */
async function withSubstitute(tx: Tx, change: BulkChange, today: string): Promise<BulkChange> {
  if (change.act !== 'assign' && change.act !== 'take_in_charge') return change
  if (change.office === null || change.person === null) return change
  return { ...change, ...(await whoGets(tx, { office: change.office, person: change.person }, today)) }
}

import { type BulkChange, type BulkRefusal, decideBulk, whatBulkLacks } from '#domain/bulk/bulk-change.ts'
import { changeForReport, type FillText } from '#domain/bulk/change-for-report.ts'
import type { Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { may } from '#domain/reports/may.ts'
import type { ReportId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { groupsOfAuthors } from '#server/storage/author-groups.ts'
import { readAuthors } from '#server/storage/authors.ts'
import { type BulkItem, type BulkRunId, insertBulkRun } from '#server/storage/bulk.ts'
import { bulkRules } from '#server/storage/bulk-rules.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readReports } from '#server/storage/reports.ts'
import type { RoutableReport } from '#server/storage/routing-body.ts'
import { worksInOffice } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

/** How many reports one bulk change may touch: what is beyond is asked for in a second one. */
export const largestBulk = 5000

const readAtOnce = 500

export type PlanBulk = {
  readonly by: Staff
  readonly change: BulkChange
  readonly reports: readonly ReportId[]
  readonly fill: FillText
}

export type PlanBulkRefusal = BulkRefusal | 'nothing_selected' | 'too_many'

/** Tries a change on every report asked for, changing none, and keeps what each rule said, so that a person decides knowing it. */
export async function planBulk(world: World, tenant: TenantId, ask: PlanBulk): Promise<Result<BulkRunId, PlanBulkRefusal>> {
  if (!mayDo(ask.by, 'bulk')) return refuse('not_yours')
  if (ask.reports.length === 0) return refuse('nothing_selected')
  if (ask.reports.length > largestBulk) return refuse('too_many')
  const directory = await world.directories.of(tenant)
  const lacks = whatBulkLacks(ask.change, directory.tenant.settings)
  if (lacks !== null) return refuse(lacks)
  return world.transaction(tenant, async (tx): Promise<Result<BulkRunId, PlanBulkRefusal>> => {
    const unknown = await namesSomebodyUnknown(tx, directory, ask.change)
    if (unknown !== null) return refuse(unknown)
    const items = await tryAll(tx, directory, ask, world.now())
    if (items.length === 0) return refuse('nothing_selected')
    const id = world.newId<'bulk-run'>()
    const run = { id, by: ask.by.account, change: ask.change, state: 'previewed', at: world.now() } as const
    await insertBulkRun(tx, run, items)
    return done(id)
  })
}

/** Reports that the person may not read are left out as if they were not there. */
async function tryAll(tx: Tx, directory: Directory, ask: PlanBulk, now: Date): Promise<readonly BulkItem[]> {
  const ids = [...new Set(ask.reports)]
  const items: BulkItem[] = []
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const read = await readReports(tx, ids.slice(from, from + readAtOnce))
    const reports = read.filter((report) => may(ask.by, 'read', report).ok)
    const authorIds = reports.flatMap(({ author }) => author ?? [])
    const [authors, groups] = [await readAuthors(tx, authorIds), await groupsOfAuthors(tx, directory, authorIds)]
    for (const report of reports) {
      const locale = (report.author && authors.get(report.author)?.locale) || 'it'
      const change = changeForReport(ask.change, report, { templates: directory.templates, locale, fill: ask.fill })
      const routable = { ...report, authorGroups: (report.author && groups.get(report.author)) ?? [] }
      items.push(tryOne(directory, ask.by, routable, change, now))
    }
  }
  return items
}

function tryOne(directory: Directory, by: Staff, report: RoutableReport, change: BulkChange, now: Date): BulkItem {
  const decided = decideBulk(report, change, by, bulkRules(directory, report, now), now)
  const { id, number, version } = report
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

import { categoriesFor } from '#domain/categories/category.ts'
import type { Report } from '#domain/reports/report.ts'
import {
  decideTriageStep,
  type Triage,
  type TriageRefusal,
  type TriageRules,
  type TriageStep,
  triageSteps,
} from '#domain/reports/triage.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { EventId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { groupsOfAuthor } from '#server/storage/author-groups.ts'
import type { Asked, ConflictRefusal } from '#server/storage/change-report.ts'
import { type Change, recordChanges, reportAfter } from '#server/storage/changes.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { lockReport } from '#server/storage/reports.ts'
import { categoryRouted, type RoutableReport } from '#server/storage/routing-body.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import { worksInOffice } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

export type TriageReport = Asked & { readonly wanted: Triage }

export type TriageReportRefusal = TriageRefusal | ConflictRefusal | 'office_unknown' | 'person_unknown' | 'area_unknown'

/** Everything that the desk decides of a report in one gesture: each change an event of its own, all of them or none. */
export async function triageReport(
  world: World,
  tenant: TenantId,
  { report: id, by, seenVersion, wanted }: TriageReport,
): Promise<Result<readonly EventId[], TriageReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx): Promise<Result<readonly EventId[], TriageReportRefusal>> => {
    const report = await lockReport(tx, id)
    if (!report) return refuse('no_such_report')
    if (seenVersion !== null && seenVersion !== report.version) return refuse('old_version')
    const unknown = await namesSomethingUnknown(tx, directory, wanted)
    if (unknown !== null) return refuse(unknown)
    const authorGroups = await groupsOfAuthor(tx, directory, report.author)
    const rulesFor = (now: Report) => triageRules(directory, { ...now, authorGroups }, world.now())
    const steps = triageSteps(report, wanted, rulesFor(report))
    const changes: Change[] = []
    let changed = report
    for (const step of steps) {
      const meant = await withSubstitute(tx, directory, step, world.now())
      const decided = decideTriageStep(changed, meant, by, rulesFor(changed), world.now())
      if (!decided.ok) return decided
      changes.push(decided.value)
      changed = reportAfter(decided.value, by, world.now())
    }
    const [first, ...others] = changes
    return first ? done(await recordChanges(world, tx, [first, ...others], by, 'web')) : refuse('nothing_changes')
  })
}

function triageRules(directory: Directory, report: RoutableReport, now: Date): TriageRules {
  const { settings } = directory.tenant
  const categories = [...directory.categories.values()]
  return {
    ...moveRules(directory, report, now),
    bodyPolicy: settings.publication,
    dueOn: civilDate(report.resolutionDue, settings.calendar.zone),
    categoryFor: (kind, category) => {
      if (!settings.kinds.includes(kind)) return null
      const found = categoriesFor(categories, kind).find(({ id }) => id === category)
      return found ? categoryRouted(directory, report, kind, found) : null
    },
  }
}

async function namesSomethingUnknown(
  tx: Tx,
  { offices, areas }: Directory,
  { owner, observers, area }: Triage,
): Promise<'office_unknown' | 'person_unknown' | 'area_unknown' | null> {
  if (area !== null && !areas.has(area)) return 'area_unknown'
  if (observers.some((office) => !offices.has(office))) return 'office_unknown'
  if (owner === null) return null
  if (!offices.get(owner.office)?.active) return 'office_unknown'
  if (owner.person === null || (await worksInOffice(tx, owner.person, owner.office))) return null
  return 'person_unknown'
}

/** Work for somebody who is absent goes to whoever stands in for them. */
async function withSubstitute(tx: Tx, directory: Directory, step: TriageStep, now: Date): Promise<TriageStep> {
  if ((step.step !== 'assign' && step.step !== 'take') || step.person === null) return step
  const today = civilDate(now, directory.tenant.settings.calendar.zone)
  return { ...step, ...(await whoGets(tx, { office: step.office, person: step.person }, today)) }
}

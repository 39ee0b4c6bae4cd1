import { type ClassifyRefusal, decideClassification } from '#domain/reports/desk-changes.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import { checkCategory } from '#domain/reports/submission.ts'
import type { CategoryId, EventId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { groupsOfAuthor } from '#server/storage/author-groups.ts'
import { type Asked, type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { categoryRouted } from '#server/storage/routing-body.ts'
import type { World } from '#server/world.ts'

export type ClassifyReport = Asked & { readonly kind: ReportKind; readonly category: CategoryId | null }

export type ClassifyReportRefusal = ClassifyRefusal | ConflictRefusal

/** Files a report under the kind and category that it belongs to. */
export async function classifyReport(
  world: World,
  tenant: TenantId,
  ask: ClassifyReport,
): Promise<Result<EventId, ClassifyReportRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, (tx) =>
    changeReport<ClassifyRefusal>(world, tx, ask, async (report) => {
      if (!directory.tenant.settings.kinds.includes(ask.kind)) return refuse('kind_not_taken')
      const category = checkCategory(directory.categories, ask.category, ask.kind)
      if (!category.ok) return category
      const routable = { ...report, authorGroups: await groupsOfAuthor(tx, directory, report.author) }
      const to = { kind: ask.kind, category: categoryRouted(directory, routable, ask.kind, category.value) }
      return decideClassification(report, to, ask.by, directory.tenant.settings.publication)
    }),
  )
}

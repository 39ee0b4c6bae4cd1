import type { Category } from '#domain/categories/category.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import type { Report } from '#domain/reports/report.ts'
import type { RoutedReport } from '#domain/routing/match-rule.ts'
import { type RoutedCategory, type RoutingBody, routeReport } from '#domain/routing/route-report.ts'
import { type Directory, deskOfficeOf } from './directory.ts'

/** What the rules ask of the body. */
export function routingBody(directory: Directory): RoutingBody {
  const { categories, areas, authorGroups, offices, templates, workers, tenant, routing } = directory
  return {
    categories,
    areas,
    authorGroups,
    offices,
    templates,
    workers,
    calendar: tenant.settings.calendar,
    rules: routing,
    deskOffice: deskOfficeOf(directory),
  }
}

/** A report with the groups that its author belongs to. */
export type RoutableReport = Report & Pick<RoutedReport, 'authorGroups'>

/** A category as this report would find it if it were filed there. */
export function categoryRouted(
  directory: Directory,
  report: RoutableReport,
  kind: ReportKind,
  category: Category,
): RoutedCategory {
  const { office, rules } = routeReport({ ...report, kind, category: category.id }, routingBody(directory))
  const last = rules.findLast(({ set }) => set.includes('office'))
  // What else the rules would decide stays as people left it.
  return { ...category, office, byRule: last && { ...last, set: ['office'] } }
}

import type { ReportId } from '../shared/id.ts'
import type { RoutedReport } from './match-rule.ts'
import { type Routed, type RoutingBody, routeReport } from './route-report.ts'
import type { RoutingRule } from './rule.ts'

/** A report that other rules would have treated otherwise. */
export type RoutingDifference<Tried> = { readonly report: Tried; readonly before: Routed; readonly after: Routed }

/** What other rules would have changed for reports of the past, as they stand filed today. */
export function compareRouting<Tried extends RoutedReport & { readonly id: ReportId }>(
  reports: readonly Tried[],
  body: RoutingBody,
  tried: readonly RoutingRule[],
): readonly RoutingDifference<Tried>[] {
  return reports.flatMap((report) => {
    const [before, after] = [routeReport(report, body), routeReport(report, { ...body, rules: tried })]
    return outcomeOf(before) === outcomeOf(after) ? [] : { report, before, after }
  })
}

function outcomeOf({ rules: _, ...outcome }: Routed): string {
  return JSON.stringify({ ...outcome, observers: outcome.observers.toSorted() })
}

import type { Report } from '#domain/reports/report.ts'
import { compareRouting, type RoutingDifference } from '#domain/routing/compare-routing.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import { groupsOfAuthors } from '#server/storage/author-groups.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readReports } from '#server/storage/reports.ts'
import { routingBody } from '#server/storage/routing-body.ts'

/** So many of the last reports rules are tried on. */
const triedReports = 200

export type Trial = { readonly tried: number; readonly differences: readonly RoutingDifference<Report>[] }

/** What other rules would have done with the last reports of the body, beside what the rules of today do. */
export async function tryRouting(reader: Reader, directory: Directory, rules: readonly RoutingRule[]): Promise<Trial> {
  const last = await reader.db
    .selectFrom('report')
    .where('report.tenant_id', '=', reader.tenant)
    .select('report.id')
    .orderBy('report.number', 'desc')
    .limit(triedReports)
    .execute()
  if (last.length === 0) return { tried: 0, differences: [] }
  const reports = await readReports(
    reader,
    last.map(({ id }) => id),
  )
  const groups = await groupsOfAuthors(
    reader,
    directory,
    reports.flatMap(({ author }) => author ?? []),
  )
  const newestFirst = reports
    .toSorted((one, other) => other.number - one.number)
    .map((report) => ({ ...report, authorGroups: (report.author && groups.get(report.author)) ?? [] }))
  return { tried: newestFirst.length, differences: compareRouting(newestFirst, routingBody(directory), rules) }
}

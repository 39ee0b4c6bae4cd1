import { sql } from 'kysely'
import type { Staff } from '#domain/people/actor.ts'
import type { Channel, ReportKind } from '#domain/reports/kind.ts'
import { type Priority, priorities } from '#domain/reports/priority.ts'
import type { TermNotice } from '#domain/reports/report.ts'
import { impersonal, type ReportFilter } from '#domain/reports/report-filter.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { AreaId, CategoryId, OfficeId } from '#domain/shared/id.ts'
import { filterConditions, responsible } from '#server/queries/desk/list/report-where.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { wordSearchFor } from '#server/storage/text-search.ts'

/** A report as a row of figures: nothing that somebody wrote, no place but its area, and nobody. */
export type DataRow = {
  readonly number: number
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly area: AreaId | null
  readonly office: OfficeId
  readonly stage: Stage
  readonly channel: Channel
  readonly priority: Priority
  readonly termNotice: TermNotice
  readonly submittedAt: Date
  readonly firstReplyDue: Date
  readonly firstReplyAt: Date | null
  readonly resolutionDue: Date
  readonly closedAt: Date | null
  readonly handOvers: number
  readonly stars: number | null
}

/** The rows of the whole body that the filter wants, by number, `limit` of those behind `after`; whoever asks reads no report. */
export async function listDataRows(
  reader: Reader,
  directory: Directory,
  by: Staff,
  ask: { readonly filter: ReportFilter; readonly after: number; readonly limit: number },
): Promise<readonly DataRow[]> {
  const { rows } = await sql<Omit<DataRow, 'priority'> & { readonly priority: number }>`
    select report.number, report.kind, report.category_id as category, report.area_id as area, ${responsible} as office,
      report.stage, report.channel, report.priority, report.term_notice as "termNotice", report.submitted_at as "submittedAt",
      report.first_reply_due as "firstReplyDue", report.first_reply_at as "firstReplyAt",
      report.resolution_due as "resolutionDue", report.closed_at as "closedAt", report.hand_overs as "handOvers", report.stars
    from report
    where report.tenant_id = ${reader.tenant} and report.number > ${ask.after} and ${await wanted(reader, directory, by, ask.filter)}
    order by report.number limit ${ask.limit}`.execute(reader.db)
  return rows.map(({ priority, ...row }) => ({ ...row, priority: priorities[priority] ?? 'normal' }))
}

/** How many rows the filter wants. */
export async function countDataRows(reader: Reader, directory: Directory, by: Staff, filter: ReportFilter): Promise<number> {
  const { rows } = await sql<{ readonly reports: number }>`
    select count(*)::int as reports from report
    where report.tenant_id = ${reader.tenant} and ${await wanted(reader, directory, by, filter)}`.execute(reader.db)
  return rows[0]?.reports ?? 0
}

async function wanted(reader: Reader, directory: Directory, by: Staff, filter: ReportFilter) {
  const search = await wordSearchFor(reader, filter.text)
  return sql.join([sql`true`, ...filterConditions(directory, by, impersonal(filter), search)], sql` and `)
}

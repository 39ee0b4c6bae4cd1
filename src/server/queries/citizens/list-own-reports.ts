import type { ReportKind } from '#domain/reports/kind.ts'
import type { Report } from '#domain/reports/report.ts'
import { isAuthorWith } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'

/** A report or request of one's own, as a list shows it. */
export type OwnReport = Pick<
  Report,
  | 'id'
  | 'number'
  | 'title'
  | 'stage'
  | 'submittedAt'
  | 'firstReplyAt'
  | 'firstReplyDue'
  | 'resolutionDue'
  | 'plannedFor'
  | 'stars'
> & { readonly kind: ReportKind }

/** What was sent from a mail address, the newest first, from below a number on; one more than asked for says that there are others. */
export async function listOwnReports(
  reader: Reader,
  email: string,
  { before, size }: { readonly before: number | null; readonly size: number },
): Promise<readonly OwnReport[]> {
  const rows = await reader.db
    .selectFrom('report')
    .where('report.tenant_id', '=', reader.tenant)
    .where(isAuthorWith(reader, 'report.author_id', email))
    .$if(before !== null, (query) => query.where('report.number', '<', before ?? 0))
    .select(['report.id', 'report.number', 'report.kind', 'report.title', 'report.stage', 'report.submitted_at'])
    .select(['report.first_reply_at', 'report.first_reply_due', 'report.resolution_due', 'report.planned_for', 'report.stars'])
    .orderBy('report.number', 'desc')
    .limit(size + 1)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, kind: row.kind, title: row.title, stage: row.stage, stars: row.stars },
    submittedAt: row.submitted_at,
    firstReplyAt: row.first_reply_at,
    firstReplyDue: row.first_reply_due,
    resolutionDue: row.resolution_due,
    plannedFor: row.planned_for,
  }))
}

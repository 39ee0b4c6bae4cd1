import type { AuthorDetails, Report } from '#domain/reports/report.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { readAuthor } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'
import { readReport } from '#server/storage/reports.ts'

/** What somebody wrote down for an author, for that person alone and as long as they may still be speaking. */
export async function recordedReport(
  reader: Reader,
  key: string,
  by: AccountId,
  since: Date,
): Promise<{ readonly report: Report; readonly author: AuthorDetails | null; readonly lead: number | null } | null> {
  const row = await reader.db
    .selectFrom('report')
    .where('report.tenant_id', '=', reader.tenant)
    .where('report.submission_key', '=', key)
    .where('report.recorded_by', '=', by)
    .where('report.submitted_at', '>', since)
    .select('report.id')
    .executeTakeFirst()
  const report = row && (await readReport(reader, row.id))
  if (!report) return null
  return {
    report,
    author: report.author ? await readAuthor(reader, report.author) : null,
    lead: report.lead ? ((await readReport(reader, report.lead))?.number ?? null) : null,
  }
}

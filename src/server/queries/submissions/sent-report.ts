import type { AuthorDetails, Report } from '#domain/reports/report.ts'
import { type Attachment, listReportAttachments } from '#server/storage/attachments.ts'
import { readAuthor } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'
import { findReportBySubmission, readReport } from '#server/storage/reports.ts'

/** What was sent, for whoever knows the key of the submission. */
export type SentReport = {
  readonly report: Report
  readonly author: AuthorDetails | null
  /** What the author sent with it. */
  readonly files: readonly Attachment[]
}

/** The report that was made of a submission, with who sent it and what came with it. */
export async function sentReport(reader: Reader, key: string): Promise<SentReport | null> {
  const found = await findReportBySubmission(reader, key)
  const report = found && (await readReport(reader, found.id))
  if (!report) return null
  const author = report.author ? await readAuthor(reader, report.author) : null
  const files = await listReportAttachments(reader, report.id)
  return { report, author, files: files.filter(({ message, fromAuthor }) => message === null && fromAuthor) }
}

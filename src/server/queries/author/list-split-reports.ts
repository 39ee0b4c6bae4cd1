import type { Report } from '#domain/reports/report.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { readReport } from '#server/storage/reports.ts'

/** The reports that were made of an author's report, and the one that it was made of: all are the same author's. */
export async function listSplitReports(
  reader: Reader,
  report: Report,
  events: readonly ReportEvent[],
): Promise<{ readonly parts: readonly Report[]; readonly whole: readonly Report[] }> {
  const read = async (ids: readonly ReportId[]): Promise<readonly Report[]> => {
    const found = await Promise.all(ids.map((id) => readReport(reader, id)))
    return found.flatMap((one) => (one?.author === report.author ? [one] : []))
  }
  return {
    parts: await read(events.flatMap(({ kind, detail }) => (kind === 'split' ? (detail.others ?? []) : []))),
    whole: await read(events.flatMap(({ kind, detail }) => (kind === 'split_off' ? (detail.other ?? []) : []))),
  }
}

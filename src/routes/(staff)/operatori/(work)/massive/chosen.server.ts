import type { ReportId } from '#domain/shared/id.ts'
import { findReportsByNumber } from '#server/queries/desk/find-reports-by-number.ts'
import { listReportIds } from '#server/queries/desk/list/list-reports.ts'
import type { Reader } from '#server/storage/database.ts'
import { largestBulk } from '#server/use-cases/bulk/plan-bulk.ts'
import { readAskedList } from '../(desk)/inbox-filter.server.ts'

/** The reports that an address names: those with the numbers chosen or, where it says so, all of the view; one more than allowed at most. */
export async function findChosen(
  reader: Reader,
  staff: NonNullable<App.Locals['staff']>,
  search: URLSearchParams,
  locals: App.Locals,
): Promise<readonly ReportId[]> {
  if (search.has('tutte')) return listReportIds(reader, locals.directory, staff, readAskedList(search, locals), largestBulk + 1)
  return findTicked(reader, search)
}

/** The reports whose numbers were ticked; one more than allowed at most. */
export function findTicked(reader: Reader, ticked: URLSearchParams | FormData): Promise<readonly ReportId[]> {
  const numbers = ticked.getAll('numero').map(Number).filter(Number.isSafeInteger)
  return findReportsByNumber(reader, numbers.slice(0, largestBulk + 1))
}

import type { ReportId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'

/** The reports with these numbers, oldest first; numbers that no report has are left out. */
export async function findReportsByNumber({ db, tenant }: Reader, numbers: readonly number[]): Promise<readonly ReportId[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.number', 'in', numbers)
    .select('report.id')
    .orderBy('report.number')
    .execute()
  return rows.map(({ id }) => id)
}

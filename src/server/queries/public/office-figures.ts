import { sql } from 'kysely'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'

/** How many reports came to an office in the last twelve months, and how many of them are closed. */
export type OfficeFigures = { readonly received: number; readonly closed: number }

export async function readOfficeFigures({ db, tenant }: Reader, office: OfficeId, now: Date): Promise<OfficeFigures> {
  const since = new Date(now)
  since.setUTCFullYear(now.getUTCFullYear() - 1)
  const { rows } = await sql<OfficeFigures>`
    select count(*)::int as received, (count(*) filter (where report.closed))::int as closed from report
    where report.tenant_id = ${tenant} and coalesce(report.owner_office_id, report.routed_office_id) = ${office}
      and report.submitted_at >= ${since}`.execute(db)
  return rows[0] ?? { received: 0, closed: 0 }
}

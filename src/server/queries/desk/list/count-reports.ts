import { sql } from 'kysely'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { scopeOf } from './list-scope.ts'

/** Beyond this a list says "more than": counting on would cost more than it tells. */
export const countedUpTo = 500

/** How many reports a list has, counted a little beyond what is told and no farther. */
export async function countReports(reader: Reader, directory: Directory, actor: Staff, filter: ReportFilter): Promise<number> {
  const { from, parts } = scopeOf(directory, actor, filter)
  const counted = parts.map((where) => sql`(select 1 from ${from} where ${where} limit ${countedUpTo + 1})`)
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from (${sql.join(counted, sql` union all `)}) as counted`.execute(reader.db)
  return Math.min(rows[0]?.found ?? 0, countedUpTo + 1)
}

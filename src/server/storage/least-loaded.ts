import { sql } from 'kysely'
import { absenceOn } from '#domain/people/absence.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { listAbsences } from './absences.ts'
import type { Reader } from './database.ts'

/**
 * Who of an office has the least open in the whole body, of those who are there on the day: its operators or, where none is, its
 * managers. Whoever has worked there longest comes first of equals; nobody there is nobody.
 */
export async function leastLoaded(reader: Reader, office: OfficeId, day: string): Promise<AccountId | null> {
  const { db, tenant } = reader
  const absences = await listAbsences(reader, day)
  const rows = await db
    .selectFrom('membership')
    .leftJoin('inbox_count', (join) =>
      join
        .onRef('inbox_count.tenant_id', '=', 'membership.tenant_id')
        .onRef('inbox_count.person_id', '=', 'membership.account_id')
        .on('inbox_count.bucket', '=', 'open'),
    )
    .where('membership.tenant_id', '=', tenant)
    .where('membership.office_id', '=', office)
    .where('membership.role', 'in', ['office_operator', 'office_manager'])
    .groupBy(['membership.account_id', 'membership.role'])
    .select(['membership.account_id', 'membership.role'])
    .select(sql<string | null>`sum(inbox_count.reports)`.as('open'))
    .select(sql<string>`min(membership.id::text)`.as('since'))
    .execute()
  const there = rows.filter(({ account_id }) => absenceOn(absences.get(account_id), day) === null)
  const operators = there.filter(({ role }) => role === 'office_operator')
  const chosen = operators.length > 0 ? operators : there
  const [first] = chosen.toSorted(
    (one, other) => Number(one.open ?? 0) - Number(other.open ?? 0) || (one.since < other.since ? -1 : 1),
  )
  return first?.account_id ?? null
}

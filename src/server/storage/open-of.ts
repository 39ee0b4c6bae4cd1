import { sql } from 'kysely'
import type { AccountId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Reader } from './database.ts'

/** How many open reports a person has in these offices. */
export async function countOpenOf({ db, tenant }: Reader, person: AccountId, offices: readonly OfficeId[]): Promise<number> {
  const row = await db
    .selectFrom('inbox_count')
    .where('inbox_count.tenant_id', '=', tenant)
    .where('inbox_count.person_id', '=', person)
    .where('inbox_count.bucket', '=', 'open')
    .where(sql<boolean>`inbox_count.office_id = any(${offices}::uuid[])`)
    .select(sql<string | null>`sum(inbox_count.reports)`.as('reports'))
    .executeTakeFirst()
  return Number(row?.reports ?? 0)
}

/** How many open reports lie with an office: owned by it or, while nobody owns them, routed to it. */
export async function countOpenIn({ db, tenant }: Reader, office: OfficeId): Promise<number> {
  const row = await db
    .selectFrom('inbox_count')
    .where('inbox_count.tenant_id', '=', tenant)
    .where('inbox_count.office_id', '=', office)
    .where('inbox_count.bucket', '=', 'open')
    .select(sql<string | null>`sum(inbox_count.reports)`.as('reports'))
    .executeTakeFirst()
  return Number(row?.reports ?? 0)
}

/** The open reports that a person has in these offices, `limit` of them, each with the office that it lies with. */
export async function listOpenOf(
  { db, tenant }: Reader,
  person: AccountId,
  offices: readonly OfficeId[],
  limit: number,
): Promise<readonly ReportId[]> {
  const rows = await db
    .selectFrom('inbox_entry')
    .where('inbox_entry.tenant_id', '=', tenant)
    .where('inbox_entry.person_id', '=', person)
    .where('inbox_entry.bucket', '=', 'open')
    .where(sql<boolean>`inbox_entry.office_id = any(${offices}::uuid[])`)
    .select('inbox_entry.report_id')
    .orderBy('inbox_entry.number')
    .limit(limit)
    .execute()
  return rows.map(({ report_id }) => report_id)
}

/** The open reports that lie with an office, `limit` of them. */
export async function listOpenIn({ db, tenant }: Reader, office: OfficeId, limit: number): Promise<readonly ReportId[]> {
  const rows = await db
    .selectFrom('inbox_entry')
    .where('inbox_entry.tenant_id', '=', tenant)
    .where('inbox_entry.office_id', '=', office)
    .where('inbox_entry.bucket', '=', 'open')
    .select('inbox_entry.report_id')
    .orderBy('inbox_entry.number')
    .limit(limit)
    .execute()
  return rows.map(({ report_id }) => report_id)
}

import { type SqlBool, sql } from 'kysely'
import type { AccountId, MessageId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'
import { workersOf } from './workers.ts'

/** Somebody who works with reports, and where; whoever observes alone has no office. */
export type Colleague = { readonly id: AccountId; readonly name: string; readonly offices: readonly OfficeId[] }

/** Everybody who can be named in a note, by name. */
export async function listColleagues({ db, tenant }: Reader): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select account.id, account.name,
      coalesce(array_agg(distinct worker.office_id) filter (where worker.office_id is not null), '{}') as offices
    from membership join account on account.id = membership.account_id
      left join ${workersOf(tenant)} on worker.account_id = account.id
    where membership.tenant_id = ${tenant} and membership.role in ('desk', 'office_manager', 'office_operator', 'observer')
    group by account.id, account.name
    order by account.name, account.id`.execute(db)
  return rows
}

/** Who is named in a message has it to read, and may read its report. */
export async function insertMentions(
  { db, tenant }: Tx,
  { message, report, at }: { readonly message: MessageId; readonly report: ReportId; readonly at: Date },
  people: readonly AccountId[],
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((account) => ({ tenant_id: tenant, message_id: message, account_id: account, report_id: report, at }))
  await db
    .insertInto('mention')
    .values(rows.map((row) => ({ ...row, read_at: null })))
    .execute()
}

/** Whoever is named has seen it; tells whether there was anything to see. */
export async function markMentionsRead({ db, tenant }: Tx, report: ReportId, account: AccountId, now: Date): Promise<boolean> {
  const read = await db
    .updateTable('mention')
    .where('mention.tenant_id', '=', tenant)
    .where('mention.account_id', '=', account)
    .where('mention.report_id', '=', report)
    .where('mention.read_at', 'is', null)
    .set({ read_at: now })
    .returning('mention.message_id')
    .execute()
  return read.length > 0
}

/** On how many reports somebody is named and has not looked yet. */
export async function countMentions({ db, tenant }: Reader, account: AccountId): Promise<number> {
  const row = await db
    .selectFrom('mention')
    .where('mention.tenant_id', '=', tenant)
    .where('mention.account_id', '=', account)
    .where('mention.read_at', 'is', null)
    .select(({ fn }) => fn.count<string>('mention.report_id').distinct().as('reports'))
    .executeTakeFirst()
  return Number(row?.reports ?? 0)
}

/** The reports on which somebody is named, or has still to look, as a condition on `report`. */
export function isMentioned(account: AccountId, tenant: string, which: 'ever' | 'unread') {
  return sql<SqlBool>`report.id in (
    select mention.report_id from mention
    where mention.tenant_id = ${tenant} and mention.account_id = ${account}
      ${which === 'unread' ? sql`and mention.read_at is null` : sql``}
  )`
}

import { sql } from 'kysely'
import { absenceOn } from '#domain/people/absence.ts'
import type { AccountId, OfficeId, TenantId } from '#domain/shared/id.ts'
import { listAbsences } from './absences.ts'
import type { Reader } from './database.ts'

/** Who works where, each once an office, for a query's `from`: by an office's role, or at the desk's office by the desk's. */
export function workersOf(tenant: TenantId) {
  return sql`(
    select worked.account_id, worked.office_id, bool_or(worked.role = 'office_manager') as manages,
      bool_or(worked.role <> 'office_manager') as operates, bool_or(worked.role = 'desk') as desk, min(worked.since) as since
    from (
      select membership.account_id, membership.role, membership.id::text as since,
        case membership.role when 'desk'
          then (select office.id from office where office.tenant_id = ${tenant} and office.desk order by office.code limit 1)
          else membership.office_id end as office_id
      from membership
      where membership.tenant_id = ${tenant} and membership.role in ('desk', 'office_manager', 'office_operator')
    ) as worked
    group by worked.account_id, worked.office_id
  ) as worker`
}

export type Worker = { readonly id: AccountId; readonly name: string }

export type Workers = ReadonlyMap<OfficeId, readonly Worker[]>

/** The people who may be given a report, by the office that they work in. */
export async function listWorkers({ db, tenant }: Reader): Promise<Workers> {
  const { rows } = await sql<Worker & { readonly office: OfficeId }>`
    select account.id, account.name, worker.office_id as office
    from ${workersOf(tenant)} join account on account.id = worker.account_id
    order by account.name`.execute(db)
  const byOffice = Map.groupBy(rows, ({ office }) => office)
  return new Map([...byOffice].map(([office, found]) => [office, found.map(({ id, name }) => ({ id, name }))]))
}

/** Somebody who may write down what others say; the desk does so most. */
export type Recorder = Worker & { readonly desk: boolean }

/** Who may write down what others say, by name; whoever may twice is one person. */
export async function listRecorders({ db, tenant }: Reader): Promise<readonly Recorder[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.tenant_id', '=', tenant)
    .where('membership.role', 'in', ['desk', 'office_manager', 'office_operator'])
    .select(['account.id', 'account.name', sql<boolean>`bool_or(membership.role = 'desk')`.as('desk')])
    .groupBy(['account.id', 'account.name'])
    .orderBy('account.name')
    .execute()
}

/** Tells whether the person works in the office. */
export async function worksInOffice(reader: Reader, account: AccountId, office: OfficeId): Promise<boolean> {
  return (await listColleagues(reader, office)).has(account)
}

/** Who works in an office. */
export async function listColleagues({ db, tenant }: Reader, office: OfficeId): Promise<ReadonlySet<AccountId>> {
  const { rows } = await sql<{ readonly id: AccountId }>`
    select worker.account_id as id from ${workersOf(tenant)} where worker.office_id = ${office}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Somebody who works in an office, as letters reach them. */
export type OfficeStaff = {
  readonly id: AccountId
  readonly name: string
  readonly email: string
  readonly manages: boolean
  /** Works there by the desk's role. */
  readonly desk: boolean
}

/** Everybody who works in an office, by name. */
export async function listOfficeStaff({ db, tenant }: Reader, office: OfficeId): Promise<readonly OfficeStaff[]> {
  const { rows } = await sql<OfficeStaff>`
    select account.id, account.name, account.email, worker.manages, worker.desk
    from ${workersOf(tenant)} join account on account.id = worker.account_id
    where worker.office_id = ${office}
    order by account.name`.execute(db)
  return rows
}

type Loaded = { readonly id: AccountId; readonly operates: boolean; readonly open: number; readonly since: string }

/**
 * Who of an office has the least open in the whole body, of those who are there on the day: its operators or, where none is, its
 * managers. Whoever has worked there longest comes first of equals; nobody there is nobody.
 */
export async function leastLoaded(reader: Reader, office: OfficeId, day: string): Promise<AccountId | null> {
  const { db, tenant } = reader
  const absences = await listAbsences(reader, day)
  const { rows } = await sql<Loaded>`
    select worker.account_id as id, worker.operates, worker.since, coalesce(sum(inbox_count.reports), 0)::int as open
    from ${workersOf(tenant)}
    left join inbox_count on inbox_count.tenant_id = ${tenant} and inbox_count.person_id = worker.account_id
      and inbox_count.bucket = 'open'
    where worker.office_id = ${office}
    group by worker.account_id, worker.operates, worker.since`.execute(db)
  const there = rows.filter(({ id }) => absenceOn(absences.get(id), day) === null)
  const operators = there.filter(({ operates }) => operates)
  const chosen = operators.length > 0 ? operators : there
  const [first] = chosen.toSorted((one, other) => one.open - other.open || (one.since < other.since ? -1 : 1))
  return first?.id ?? null
}

import { sql } from 'kysely'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import { workersOf } from '#server/storage/workers.ts'

/** What a person has to do in an office; nobody is what the office has and no person does. */
export type Load = {
  readonly office: OfficeId
  readonly person: AccountId | null
  readonly name: string | null
  readonly open: number
  readonly late: number
  readonly warned: number
  readonly waiting: number
  readonly closed: number
  /** When the oldest open one was sent. */
  readonly oldest: Date | null
  readonly absentUntil: string | null
  /** Works there no longer and still has some. */
  readonly gone: boolean
}

/** The offices whose load an actor sees; null is all. */
export function officesManaged(actor: Actor): readonly OfficeId[] | null {
  if (holds(actor, 'desk')) return null
  if (actor.kind !== 'staff') return []
  return actor.memberships.flatMap(({ role, office }) => (role === 'office_manager' && office !== null ? [office] : []))
}

type Row = Omit<Load, 'open' | 'late' | 'warned' | 'waiting' | 'closed' | 'oldest' | 'absentUntil'> & {
  readonly open: string
  readonly late: string
  readonly warned: string
  readonly waiting: string
  readonly closed: string
  readonly oldest: Date | null
  readonly absent_until: string | null
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Who has how much to do, office by office: counts are those that are kept with the reports, what was closed since `week` counts for
 * whoever had it last.
 */
export async function readWorkload(
  { db, tenant }: Reader,
  offices: readonly OfficeId[] | null,
  { day, week }: { readonly day: string; readonly week: Date },
): Promise<readonly Load[]> {
  const { rows } = await sql<Row>`
    with worker as (
      select worker.office_id, worker.account_id from ${workersOf(tenant)}
      where ${offices}::uuid[] is null or worker.office_id = any(${offices}::uuid[])
    ), counted as (
      select inbox_count.office_id, inbox_count.person_id,
        coalesce(sum(inbox_count.reports) filter (where inbox_count.bucket = 'open'), 0) as open,
        coalesce(sum(inbox_count.reports) filter (where inbox_count.bucket = 'late'), 0) as late,
        coalesce(sum(inbox_count.reports) filter (where inbox_count.bucket = 'warned'), 0) as warned,
        coalesce(sum(inbox_count.reports) filter (where inbox_count.bucket = 'wait'), 0) as waiting
      from inbox_count
      where inbox_count.tenant_id = ${tenant}
        and (${offices}::uuid[] is null or inbox_count.office_id = any(${offices}::uuid[]))
      group by inbox_count.office_id, inbox_count.person_id
    ), one as (
      select worker.office_id, worker.account_id as person_id, false as gone from worker
      union all
      select counted.office_id, counted.person_id, counted.person_id <> ${nobody}::uuid from counted
      where counted.open > 0
        and not exists (select from worker where worker.office_id = counted.office_id and worker.account_id = counted.person_id)
    )
    select one.office_id as office, nullif(one.person_id, ${nobody}::uuid) as person, account.name, one.gone,
      coalesce(counted.open, 0) as open, coalesce(counted.late, 0) as late, coalesce(counted.warned, 0) as warned,
      coalesce(counted.waiting, 0) as waiting, closed.reports as closed, oldest.submitted_at as oldest,
      absent.until::text as absent_until
    from one
    left join account on account.id = one.person_id
    left join counted on counted.office_id = one.office_id and counted.person_id = one.person_id
    left join lateral (
      select count(*) as reports from report
      where report.tenant_id = ${tenant} and report.owner_person_id = one.person_id and report.owner_office_id = one.office_id
        and report.closed_at >= ${week}
    ) as closed on true
    left join lateral (
      select report.submitted_at from report
      where report.tenant_id = ${tenant} and report.number = (
        select min(inbox_entry.number) from inbox_entry
        where inbox_entry.tenant_id = ${tenant} and inbox_entry.person_id = one.person_id
          and inbox_entry.office_id = one.office_id and inbox_entry.bucket = 'open'
      )
    ) as oldest on true
    left join lateral (
      select max(absence.last_day) as until from absence
      where absence.tenant_id = ${tenant} and absence.account_id = one.person_id
        and absence.first_day <= ${day}::date and absence.last_day >= ${day}::date
    ) as absent on true
    order by account.name is null, lower(account.name), one.person_id`.execute(db)
  return rows.map(({ absent_until, open, late, warned, waiting, closed, ...row }) => ({
    ...row,
    open: Number(open),
    late: Number(late),
    warned: Number(warned),
    waiting: Number(waiting),
    closed: Number(closed),
    absentUntil: absent_until,
  }))
}

import { sql } from 'kysely'
import type { Membership } from '#domain/people/actor.ts'
import type { AccountId } from '#domain/shared/id.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Invitation } from '#server/storage/invitations.ts'

/** A person of the body as the settings show them; of what they are elsewhere nothing is read. */
export type StaffMember = {
  readonly account: AccountId
  readonly name: string
  readonly email: string
  readonly memberships: readonly Membership[]
  /** Open reports that are theirs, in whichever office. */
  readonly open: number
  /** The last day of an absence that holds on the day. */
  readonly absentUntil: string | null
  /** The last invitation, while the person has not come. */
  readonly invited: { readonly at: Date; readonly mail: Invitation['mail'] } | null
}

type Row = {
  readonly id: AccountId
  readonly name: string
  readonly email: string
  readonly memberships: readonly Membership[]
  readonly open: string | null
  readonly absent_until: string | null
  readonly invited_at: Date | null
  readonly invited_mail: Invitation['mail'] | null
}

/** Everybody who holds a role in the body, by name, as things are on a day; or one of them. */
export async function listStaff(
  { db, tenant }: Reader,
  day: string,
  only: AccountId | null = null,
): Promise<readonly StaffMember[]> {
  const { rows } = await sql<Row>`
    select account.id, account.name, account.email, held.memberships, load.open, absent.until::text as absent_until,
      invited.at as invited_at, invited.mail as invited_mail
    from (
      select membership.account_id,
        json_agg(json_build_object('role', membership.role, 'office', membership.office_id)
          order by membership.office_id nulls first, membership.role) as memberships
      from membership
      where membership.tenant_id = ${tenant} and (${only}::uuid is null or membership.account_id = ${only}::uuid)
      group by membership.account_id
    ) as held
    join account on account.id = held.account_id
    left join lateral (
      select sum(inbox_count.reports) as open from inbox_count
      where inbox_count.tenant_id = ${tenant} and inbox_count.person_id = account.id and inbox_count.bucket = 'open'
    ) as load on true
    left join lateral (
      select max(absence.last_day) as until from absence
      where absence.tenant_id = ${tenant} and absence.account_id = account.id
        and absence.first_day <= ${day}::date and absence.last_day >= ${day}::date
    ) as absent on true
    left join lateral (
      select invitation.at, invitation.mail, invitation.accepted_at, invitation.resets from invitation
      where invitation.tenant_id = ${tenant} and invitation.account_id = account.id
      order by invitation.at desc limit 1
    ) as invited on invited.accepted_at is null
    order by lower(account.name), account.id`.execute(db)
  return rows.map((row) => ({
    account: row.id,
    name: row.name,
    email: row.email,
    memberships: row.memberships,
    open: Number(row.open ?? 0),
    absentUntil: row.absent_until,
    invited: row.invited_at && row.invited_mail ? { at: row.invited_at, mail: row.invited_mail } : null,
  }))
}

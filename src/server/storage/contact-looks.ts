import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { LookedAt } from '#domain/people/looked-at.ts'
import type { AccountId, Id, ReportId } from '#domain/shared/id.ts'
import type { Tx } from './database.ts'

type ContactLook = {
  readonly id: Id<'contact-look'>
  readonly report: ReportId
  readonly account: AccountId
  readonly what: LookedAt
  readonly at: Date
}

/** Keeps that somebody looked at a report's contacts. */
export async function insertContactLook(tx: Tx, { id, report, account, what, at }: ContactLook): Promise<void> {
  await tx.db
    .insertInto('contact_look')
    .values({ tenant_id: tx.tenant, id, report_id: report, appointment_id: null, account_id: account, what, at })
    .execute()
}

/** Keeps that somebody looked at the contacts of several reports. */
export async function insertContactLooks(tx: Tx, looks: readonly ContactLook[]): Promise<void> {
  if (looks.length === 0) return
  await tx.db
    .insertInto('contact_look')
    .values(
      looks.map(({ id, report, account, what, at }) => ({
        tenant_id: tx.tenant,
        id,
        report_id: report,
        appointment_id: null,
        account_id: account,
        what,
        at,
      })),
    )
    .execute()
}

type GuestLook = Omit<ContactLook, 'report' | 'what'> & { readonly appointment: AppointmentId }

/** Keeps that somebody looked at who comes to some appointments. */
export async function insertGuestLooks(tx: Tx, looks: readonly GuestLook[]): Promise<void> {
  if (looks.length === 0) return
  await tx.db
    .insertInto('contact_look')
    .values(
      looks.map(({ id, appointment, account, at }) => ({
        tenant_id: tx.tenant,
        id,
        report_id: null,
        appointment_id: appointment,
        account_id: account,
        what: 'contacts' as const,
        at,
      })),
    )
    .execute()
}

import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { LookedAt } from '#domain/people/looked-at.ts'
import type { AccountId, Id, ReportId, TenantId } from '#domain/shared/id.ts'

/** Who is away, who was invited, and who looked at whose contacts. */
export type PeopleTables = {
  absence: {
    tenant_id: TenantId
    account_id: AccountId
    /** Civil dates (ISO), both included. */
    first_day: string
    last_day: string
    substitute_id: AccountId | null
  }
  invitation: {
    tenant_id: TenantId
    id: Id<'invitation'>
    account_id: AccountId
    invited_by: AccountId | null
    at: Date
    accepted_at: Date | null
    mail: 'queued' | 'sent' | 'failed'
    resets: boolean
  }
  contact_look: {
    tenant_id: TenantId
    id: Id<'contact-look'>
    report_id: ReportId | null
    appointment_id: AppointmentId | null
    account_id: AccountId
    what: LookedAt
    at: Date
  }
}

import type { AppointmentId, WaitingId } from '#domain/appointments/appointment.ts'
import type { AppointmentEventId } from '#domain/appointments/appointment-event.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { AccountId, CategoryId, DraftId, EventId, Id, OfficeId, ReportId, TenantId } from '#domain/shared/id.ts'
import type { Locale } from '#domain/shared/words.ts'

/** What may be asked for later, and with what; how it is done is in the handlers. A job names the event that it follows. */
export type Jobs = {
  'mail.to-author': {
    readonly tenant: TenantId
    readonly report: ReportId
    readonly event: EventId
    /** How often the letter was sent again before. */
    readonly attempt?: number
  }
  'mail.to-staff': { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }
  'mail.to-supplier': { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }
  'media.fetch': {
    readonly tenant: TenantId
    readonly report: ReportId
    readonly event: EventId
    readonly url: string
    readonly position: number
  }
  'waiting.time-out': { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }
  /** What the body did to the lead of a group goes to whatever follows it, one job each. */
  'group.tell': { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }
  'group.follow': { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }
  'group.mark': { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }
  'bulk.run': { readonly tenant: TenantId; readonly run: Id<'bulk-run'> }
  'mail.sign-in-code': { readonly tenant: TenantId; readonly code: Id<'sign-in-code'>; readonly locale: Locale }
  'mail.draft': { readonly tenant: TenantId; readonly draft: DraftId; readonly locale: Locale }
  'mail.invitation': { readonly tenant: TenantId; readonly invitation: Id<'invitation'> }
  'people.hand-over': {
    readonly tenant: TenantId
    readonly person: AccountId
    readonly offices: readonly OfficeId[]
    /** Nobody is the office. */
    readonly to: AccountId | null
    readonly note: string | null
    readonly by: AccountId | null
    /** The first day of the absence for which it is done; it is not, where that is no more. */
    readonly since: string | null
  }
  'offices.hand-over': {
    readonly tenant: TenantId
    readonly office: OfficeId
    readonly to: OfficeId
    readonly note: string | null
    readonly by: AccountId | null
  }
  /** A category publishes otherwise, or the body where it decides: its reports after this one are looked at. */
  'category.republish': { readonly tenant: TenantId; readonly category: CategoryId; readonly after: ReportId | null }
  /** Borders moved: the open reports after this one are looked for anew. */
  'areas.reassign': { readonly tenant: TenantId; readonly after: ReportId | null }
  'mail.appointment': { readonly tenant: TenantId; readonly appointment: AppointmentId; readonly event: AppointmentEventId }
  /** The day before; an appointment that does not begin at this instant (ISO) any more has a reminder of its own. */
  'appointments.remind': { readonly tenant: TenantId; readonly appointment: AppointmentId; readonly from: string }
  /** Hours or closures changed, of one calendar or of the body: who is booked then is looked at. */
  'appointments.review': { readonly tenant: TenantId; readonly calendar: CalendarId | null }
  /** People go elsewhere from this instant (ISO) on: whoever was booked by then is told. */
  'appointments.tell-place': { readonly tenant: TenantId; readonly calendar: CalendarId; readonly since: string }
  /** After a visit; whoever did not come in the end, or was asked before, is not asked. */
  'appointments.ask-rating': { readonly tenant: TenantId; readonly appointment: AppointmentId }
  'mail.waiting': { readonly tenant: TenantId; readonly waiting: WaitingId }
  'sweep.citizens': Record<string, never>
  /** At this instant (ISO), where it is still the one that was set for the draft. */
  'services.publish': { readonly tenant: TenantId; readonly service: ServiceId; readonly at: string }
  'mail.missed-publication': {
    readonly tenant: TenantId
    readonly service: ServiceId
    readonly at: string
    readonly account: AccountId
  }
  'sweep.drafts': Record<string, never>
  'sweep.salts': Record<string, never>
  'sweep.files': Record<string, never>
  'sweep.terms': Record<string, never>
  'sweep.holds': Record<string, never>
}

export type JobName = keyof Jobs

/** The jobs of one body; the others are the platform's. */
export type BodyJob = { [Name in JobName]: Jobs[Name] extends { readonly tenant: TenantId } ? Name : never }[JobName]

/** A job that was tried for about a day and failed each time, with what it said last. */
export type LostJob = {
  [Name in JobName]: { readonly id: Id<'job'>; readonly name: Name; readonly payload: Jobs[Name]; readonly error: string }
}[JobName]

/** Every job there is; a queue is made for each at start. */
export const jobNames = [
  'mail.to-author',
  'mail.to-staff',
  'mail.to-supplier',
  'media.fetch',
  'waiting.time-out',
  'group.tell',
  'group.follow',
  'group.mark',
  'bulk.run',
  'mail.sign-in-code',
  'mail.draft',
  'mail.invitation',
  'people.hand-over',
  'offices.hand-over',
  'category.republish',
  'areas.reassign',
  'mail.appointment',
  'appointments.remind',
  'appointments.review',
  'appointments.tell-place',
  'appointments.ask-rating',
  'mail.waiting',
  'sweep.citizens',
  'services.publish',
  'mail.missed-publication',
  'sweep.drafts',
  'sweep.salts',
  'sweep.files',
  'sweep.terms',
  'sweep.holds',
] as const satisfies readonly JobName[]

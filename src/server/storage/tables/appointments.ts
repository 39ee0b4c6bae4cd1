import type { Generated } from 'kysely'
import type { AppointmentChannel, AppointmentId, AppointmentState, WaitingId } from '#domain/appointments/appointment.ts'
import type { AppointmentEventId, AppointmentEventKind } from '#domain/appointments/appointment-event.ts'
import type { BlockId } from '#domain/appointments/block.ts'
import type { CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import type { WaitingState } from '#domain/appointments/waiting.ts'
import type { MailState } from '#domain/conversations/mail-state.ts'
import type { AccountId, AuthorId, Id, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Json } from './json.ts'

/** When people are received, who comes, and who waits. */
export type AppointmentTables = {
  booking_calendar: {
    tenant_id: TenantId
    id: CalendarId
    office_id: OfficeId
    title: Json<Words>
    mode: CalendarSetting['mode']
    address: string | null
    bring: Json<Words>
    email: string | null
    opening: Json<CalendarSetting['opening']>
    seats: number
    reasons: Json<CalendarSetting['reasons']>
    lead_hours: number
    first_day: number
    last_day: number
    notice_hours: number
    closures: Json<CalendarSetting['closures']>
    extra: Json<CalendarSetting['extra']>
    active: boolean
    feed: Id<'feed'>
  }
  appointment: {
    tenant_id: TenantId
    id: AppointmentId
    key: string
    calendar_id: CalendarId
    reason: string
    seat: number
    starts_at: Date
    ends_at: Date
    seat_until: Date
    state: AppointmentState
    code: string | null
    hold_until: Date | null
    extensions: Generated<number>
    author_id: AuthorId | null
    details: Generated<string>
    channel: AppointmentChannel
    waiting_id: WaitingId | null
    disrupted_at: Date | null
    moves: Generated<number>
    booked_at: Date | null
  }
  appointment_waiting: {
    tenant_id: TenantId
    id: WaitingId
    key: string
    calendar_id: CalendarId
    reason: string
    first_day: string
    last_day: string
    author_id: AuthorId
    state: WaitingState
    at: Date
    mail: MailState
    mail_error: string | null
    mail_claimed_at: Date | null
  }
  appointment_event: {
    tenant_id: TenantId
    id: AppointmentEventId
    appointment_id: AppointmentId
    kind: AppointmentEventKind
    at: Date
    actor: Json<{ readonly kind: string; readonly account?: AccountId }>
    detail: Json<{ readonly from: string; readonly before?: string }>
    mail: MailState | null
    mail_error: string | null
    mail_claimed_at: Date | null
  }
  booking_block: {
    tenant_id: TenantId
    id: BlockId
    calendar_id: CalendarId
    seat: number | null
    starts_at: Date
    ends_at: Date
    note: string
    account_id: AccountId
    at: Date
  }
}

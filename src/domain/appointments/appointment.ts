import { type Actor, holds, type Staff, worksIn } from '../people/actor.ts'
import type { AuthorDetails } from '../reports/report.ts'
import { type AuthorRefusal, checkAuthor } from '../reports/submission.ts'
import type { AuthorId, Id, OfficeId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { BookingCalendar, CalendarId } from './booking-calendar.ts'

export type AppointmentId = Id<'appointment'>
export type WaitingId = Id<'waiting'>

/** Where an appointment is in its life; only what is cancelled leaves its seat free. */
export type AppointmentState = 'held' | 'booked' | 'checked_in' | 'done' | 'no_show' | 'cancelled'

export type AppointmentChannel = 'web' | 'phone' | 'counter'

/** A seat that is somebody's from one instant to another; while it is held it is nobody's yet. */
export type Appointment = {
  readonly id: AppointmentId
  /** Made by the client (UUID): the same key twice is one appointment. */
  readonly key: string
  readonly calendar: CalendarId
  readonly reason: string
  readonly seat: number
  readonly from: Date
  readonly to: Date
  /** When the seat is free again, after the buffer. */
  readonly seatUntil: Date
  readonly state: AppointmentState
  /** What the person shows at the door; nothing while the seat is only held. */
  readonly code: string | null
  readonly holdUntil: Date | null
  /** How often the time of the hold was made longer. */
  readonly extensions: number
  readonly contact: AuthorId | null
  readonly details: string
  readonly channel: AppointmentChannel
  /** The place in the waiting list to which the seat is offered. */
  readonly waiting: WaitingId | null
  /** The body cannot receive at that time any more, and has written so. */
  readonly disrupted: boolean
  /** How often its time or its place changed. */
  readonly moves: number
  readonly bookedAt: Date | null
}

/** What whoever books is told; `repeated` where it was booked before under the same key. */
export type Booked = { readonly appointment: AppointmentId; readonly code: string; readonly repeated: boolean }

/** Who acts on an appointment: whoever holds its private link, somebody of the staff, the platform. */
export type AppointmentActor = { readonly kind: 'guest' } | Staff | Extract<Actor, { kind: 'system' }>

/** Who comes, as any door has parsed it. */
export type Guest = AuthorDetails

export type GuestRefusal = AuthorRefusal | 'details_too_long' | 'contact_missing'

/** The longest details of an appointment, in characters, as the model of municipal sites has it. */
export const detailsLength = 200

/** A hold in minutes, and how often it may be made as much longer (WCAG 2.2.1 asks for ten times). */
export const holdTime = { minutes: 10, extensions: 10 } as const

const minute = 60_000
const hour = 60 * minute

/** Checks who comes, every refusal for its own field: by phone whoever leaves no mail address leaves a number. */
export function checkGuest(guest: Guest, details: string, channel: AppointmentChannel): readonly GuestRefusal[] {
  const { email, phone } = guest
  const blank = { firstName: guest.firstName ?? '', lastName: guest.lastName ?? '', email: email ?? '', phone: phone ?? '' }
  const refusals = checkAuthor(blank, false).filter((refusal) => channel === 'web' || refusal !== 'email_missing')
  const unreachable = channel !== 'web' && blank.email.trim() === '' && blank.phone.trim() === ''
  return [
    ...refusals,
    ...(unreachable ? (['contact_missing'] as const) : []),
    ...(details.length > detailsLength ? (['details_too_long'] as const) : []),
  ]
}

/** Until when a seat is held from now on. */
export function holdEnd(now: Date): Date {
  return new Date(now.getTime() + holdTime.minutes * minute)
}

/** A hold is made longer as often as a person who needs time may ask. */
export function extendHold(appointment: Appointment, now: Date): Result<Date, 'hold_gone' | 'no_more_time'> {
  if (appointment.state !== 'held' || appointment.waiting !== null) return refuse('hold_gone')
  return appointment.extensions >= holdTime.extensions ? refuse('no_more_time') : done(holdEnd(now))
}

/** The longest that an offer stands, in hours. */
export const offerHours = 12

/** How long a freed seat is offered to the next in line: half a day, and never more than half of the time that is left. */
export function offerEnd(from: Date, now: Date): Date {
  return new Date(now.getTime() + Math.min(offerHours * hour, (from.getTime() - now.getTime()) / 2))
}

/** Whether somebody of the staff looks after the appointments of an office: the desk, whoever works there, administrators. */
export function mayServe(by: Actor, office: OfficeId): boolean {
  return holds(by, 'desk') || holds(by, 'administrator') || worksIn(by, office)
}

export type ChangeRefusal = 'not_yours' | 'not_booked' | 'too_late' | 'over_already'

/** An appointment is moved or cancelled by who booked it until the notice of its calendar, by staff until it begins; one that the body cannot keep, until it begins. */
export function mayChange(
  { state, from, disrupted }: Pick<Appointment, 'state' | 'from' | 'disrupted'>,
  { noticeHours, office }: Pick<BookingCalendar, 'noticeHours' | 'office'>,
  by: AppointmentActor,
  now: Date,
): Result<null, ChangeRefusal> {
  if (by.kind === 'staff' && !mayServe(by, office)) return refuse('not_yours')
  if (state !== 'booked') return refuse('not_booked')
  if (from <= now) return refuse('over_already')
  const notice = by.kind === 'guest' && !disrupted ? noticeHours * hour : 0
  return from.getTime() - now.getTime() < notice ? refuse('too_late') : done(null)
}

/** What staff write down of a visit. */
export type Visit = 'checked_in' | 'no_show' | 'done'

export type VisitRefusal = 'not_yours' | 'wrong_state' | 'too_early'

/** How long before an appointment somebody may be there already. */
const earliest = 24 * hour

const before: Readonly<Record<Visit, readonly AppointmentState[]>> = {
  checked_in: ['booked', 'no_show'],
  no_show: ['booked', 'checked_in'],
  done: ['booked', 'checked_in'],
}

/** Who came is received and done; who did not is missed only once the appointment has begun, and may still arrive. */
export function decideVisit(
  { state, from }: Pick<Appointment, 'state' | 'from'>,
  { office }: Pick<BookingCalendar, 'office'>,
  visit: Visit,
  by: Actor,
  now: Date,
): Result<AppointmentState, VisitRefusal> {
  if (!mayServe(by, office)) return refuse('not_yours')
  if (!before[visit].includes(state)) return refuse('wrong_state')
  const early = visit === 'no_show' ? 0 : earliest
  return from.getTime() - now.getTime() > early ? refuse('too_early') : done(visit)
}

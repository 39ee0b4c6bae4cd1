import { lengths } from '../reports/submission.ts'
import { type Appointment, checkGuest, detailsLength, type GuestRefusal } from './appointment.ts'
import { type BookingCalendar, type CalendarId, reasonsFor } from './booking-calendar.ts'

/** What somebody who books has said so far, right or wrong: nothing of it is lost before it is sent. */
export type BookingContent = {
  readonly form: 'booking'
  /** The service (by code) from whose sheet they came. */
  readonly service: string | null
  readonly calendar: CalendarId | null
  readonly reason: string | null
  /** The instant (ISO) that they chose, whether it is still held or not. */
  readonly from: string | null
  readonly details: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
}

/** The steps of the official model, in its order. */
export const bookingSteps = ['place', 'time', 'details', 'applicant', 'summary'] as const

export type BookingStep = (typeof bookingSteps)[number]

/** Why a booking cannot go on; every one stands beside its own field, in its own step. */
type BookingRefusal = GuestRefusal | 'calendar_missing' | 'reason_missing' | 'slot_missing' | 'details_missing'

export type BookingProblem = {
  readonly step: BookingStep
  readonly field: 'calendar' | 'reason' | 'slot' | 'details' | 'firstName' | 'lastName' | 'email'
  readonly refusal: BookingRefusal
}

type Calendars = ReadonlyMap<CalendarId, BookingCalendar>

/** A booking in which nothing is said yet. */
export const emptyBooking: BookingContent = {
  form: 'booking',
  service: null,
  calendar: null,
  reason: null,
  from: null,
  details: '',
  firstName: '',
  lastName: '',
  email: '',
}

/** The booking at a calendar: from a service its reason is known; elsewhere it is asked, unless there is only one. */
export function atCalendar(content: BookingContent, calendar: BookingCalendar, service: string | null): BookingContent {
  if (content.calendar === calendar.id && content.service === service) return content
  const [first, ...others] = reasonsFor(calendar, service)
  const reason = first && (service !== null || others.length === 0) ? first.code : null
  const keeps = content.calendar === calendar.id && content.reason === reason
  return { ...content, service, calendar: calendar.id, reason, from: keeps ? content.from : null }
}

/** Everything that keeps a booking from being sent, in the order of the steps. The model asks for details, the engine does not. */
export function bookingProblems(content: BookingContent, calendars: Calendars): readonly BookingProblem[] {
  const calendar = content.calendar === null ? undefined : calendars.get(content.calendar)
  if (!calendar?.active) return [{ step: 'place', field: 'calendar', refusal: 'calendar_missing' }]
  const known = calendar.reasons.some(({ code }) => code === content.reason)
  return [
    ...(known ? [] : [{ step: 'time', field: 'reason', refusal: 'reason_missing' } as const]),
    ...(content.from === null ? [{ step: 'time', field: 'slot', refusal: 'slot_missing' } as const] : []),
    ...detailsProblems(content),
    ...applicantProblems(content),
  ]
}

/** The first step in which something has still to be said. */
export function stepToDo(content: BookingContent, calendars: Calendars): BookingStep {
  return bookingProblems(content, calendars)[0]?.step ?? 'summary'
}

/** Whether the slot that was chosen is still kept: as it was chosen, for its reason, and its time is not over. */
export function isKept(content: BookingContent, held: Appointment | null, now: Date): boolean {
  if (held?.state !== 'held' || held.holdUntil === null || held.holdUntil <= now) return false
  const { calendar, reason, from } = held
  return calendar === content.calendar && reason === content.reason && from.toISOString() === content.from
}

function detailsProblems({ details }: BookingContent): readonly BookingProblem[] {
  if (details.trim() === '') return [{ step: 'details', field: 'details', refusal: 'details_missing' }]
  return details.length > detailsLength ? [{ step: 'details', field: 'details', refusal: 'details_too_long' }] : []
}

/** What is wrong with who comes, each beside its own field. */
export function applicantProblems(content: Pick<BookingContent, 'firstName' | 'lastName' | 'email'>): readonly BookingProblem[] {
  const { firstName, lastName, email } = content
  const refusals = checkGuest({ firstName, lastName, email, phone: null, locale: 'it' }, '', 'web')
  return refusals.map((refusal) => ({ step: 'applicant', field: fieldOf(refusal, content), refusal }))
}

function fieldOf(refusal: GuestRefusal, { lastName }: Pick<BookingContent, 'lastName'>): BookingProblem['field'] {
  if (refusal === 'last_name_missing') return 'lastName'
  if (refusal === 'email_missing' || refusal === 'email_wrong') return 'email'
  return refusal === 'name_too_long' && lastName.length > lengths.name ? 'lastName' : 'firstName'
}

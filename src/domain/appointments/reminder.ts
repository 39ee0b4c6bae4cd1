import { spansOn } from '../clocks/working-calendar.ts'
import { civilDate } from '../shared/civil-date.ts'
import { dayBefore, daysAfter } from '../shared/day-span.ts'
import type { AppointmentState } from './appointment.ts'
import type { AppointmentEventKind } from './appointment-event.ts'

/** Whoever comes is reminded at nine in the morning of the civil day before. */
export function reminderAt(from: Date, zone: string): Date {
  return clockOn(dayBefore(civilDate(from, zone)), '09:00', zone)
}

/** Whoever was received is asked how it went at ten in the morning of the civil day after they came or, where they were there early, after the appointment. */
export function ratingAskedAt(from: Date, came: Date, zone: string): Date {
  return clockOn(daysAfter(civilDate(from > came ? from : came, zone), 1), '10:00', zone)
}

/** Asked is whoever came, once, and only where the body wants to know. */
export function isAskedToRate(
  state: AppointmentState,
  known: readonly AppointmentEventKind[],
  ratingMails: 'on' | 'off',
): boolean {
  return ratingMails === 'on' && (state === 'checked_in' || state === 'done') && !known.includes('rating_asked')
}

function clockOn(date: string, time: string, zone: string): Date {
  const [span] = spansOn(date, [{ from: time, to: '24:00' }], zone)
  if (!span) throw new Error('a day without an evening')
  return new Date(span.from)
}

import type { Appointment, AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { ratingAskedAt, reminderAt } from '#domain/appointments/reminder.ts'
import type { Tx } from '../database.ts'
import { readAppointment } from './appointments.ts'
import { type BookingRules, lockCalendar } from './calendars.ts'

/** An appointment that nobody else changes until the commit, with the rules of its calendar. */
export type Locked = BookingRules & { readonly appointment: Appointment }

/** Locks an appointment with its calendar, so that its seat goes to nobody meanwhile. */
export async function lockAppointment(tx: Tx, id: AppointmentId): Promise<Locked | null> {
  const seen = await readAppointment(tx, id)
  const rules = seen && (await lockCalendar(tx, seen.calendar))
  const appointment = rules && (await readAppointment(tx, id))
  return appointment ? { ...rules, appointment } : null
}

/** By then every node has read what changed, in milliseconds. */
const readAnew = 5000

/** Asks that whoever is booked be told where they have to go from now on. */
export async function tellPlaceLater(tx: Tx, calendar: CalendarId, now: Date): Promise<void> {
  const after = new Date(now.getTime() + readAnew)
  await tx.later('appointments.tell-place', { tenant: tx.tenant, calendar, since: now.toISOString() }, { after })
}

/** Asks for the letter of the day before; what was moved or cancelled meanwhile is looked at then. */
export async function remindLater(tx: Tx, { id, from }: Appointment, { body }: BookingRules, now: Date): Promise<void> {
  const after = reminderAt(from, body.zone)
  if (after <= now) return
  await tx.later('appointments.remind', { tenant: tx.tenant, appointment: id, from: from.toISOString() }, { after })
}

/** Asks that whoever came be asked how it went; whether they are is looked at then. */
export async function askRatingLater(tx: Tx, { id, from }: Appointment, { body }: BookingRules, now: Date): Promise<void> {
  await tx.later(
    'appointments.ask-rating',
    { tenant: tx.tenant, appointment: id },
    { after: ratingAskedAt(from, now, body.zone) },
  )
}

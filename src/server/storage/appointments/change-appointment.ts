import type { Appointment, AppointmentId } from '#domain/appointments/appointment.ts'
import { reminderAt } from '#domain/appointments/reminder.ts'
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

/** Asks for the letter of the day before; what was moved or cancelled meanwhile is looked at then. */
export async function remindLater(tx: Tx, { id, from }: Appointment, { body }: BookingRules, now: Date): Promise<void> {
  const after = reminderAt(from, body.zone)
  if (after <= now) return
  await tx.later('appointments.remind', { tenant: tx.tenant, appointment: id, from: from.toISOString() }, { after })
}

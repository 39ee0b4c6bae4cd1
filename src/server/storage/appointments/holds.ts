import type { Appointment, AppointmentId, WaitingId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { Database, Reader, Tx } from '../database.ts'
import { selectAppointments, toAppointment } from './appointments.ts'

/** Lets go of a seat that was only held. */
export async function deleteHold(tx: Tx, id: AppointmentId): Promise<void> {
  await tx.db
    .deleteFrom('appointment')
    .where('appointment.tenant_id', '=', tx.tenant)
    .where('appointment.id', '=', id)
    .where('appointment.state', '=', 'held')
    .execute()
}

/** Lets go of the seats of a calendar whose time to book is over; those offered to whoever waits go on to the next. */
export async function dropOldHolds(tx: Tx, calendar: CalendarId, now: Date): Promise<void> {
  await tx.db
    .deleteFrom('appointment')
    .where('appointment.tenant_id', '=', tx.tenant)
    .where('appointment.calendar_id', '=', calendar)
    .where('appointment.state', '=', 'held')
    .where('appointment.waiting_id', 'is', null)
    .where('appointment.hold_until', '<=', now)
    .execute()
}

/** What is offered to somebody who waits. */
export async function findOffer(reader: Reader, waiting: WaitingId): Promise<Appointment | null> {
  const row = await selectAppointments(reader)
    .where('appointment.waiting_id', '=', waiting)
    .where('appointment.state', '=', 'held')
    .executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** The offers of a calendar to whoever waits that nobody took in time. */
export async function listEndedOffers(reader: Reader, calendar: CalendarId, now: Date): Promise<readonly Appointment[]> {
  const rows = await selectAppointments(reader)
    .where('appointment.calendar_id', '=', calendar)
    .where('appointment.state', '=', 'held')
    .where('appointment.waiting_id', 'is not', null)
    .where('appointment.hold_until', '<=', now)
    .orderBy('appointment.hold_until')
    .execute()
  return rows.map(toAppointment)
}

/** The calendars of all bodies in which a seat is held whose time is over. */
export async function calendarsWithOldHolds(
  everywhere: Database['everyTenant'],
  now: Date,
): Promise<readonly { readonly tenant: TenantId; readonly calendar: CalendarId }[]> {
  return everywhere((db) =>
    db
      .selectFrom('appointment')
      .where('appointment.state', '=', 'held')
      .where('appointment.hold_until', '<=', now)
      .select(['appointment.tenant_id as tenant', 'appointment.calendar_id as calendar'])
      .distinct()
      .execute(),
  )
}

import type { Appointment } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Reader } from '../database.ts'
import { selectAppointments, toAppointment } from './appointments.ts'

/** How many still come to some calendars. */
export async function countComing(
  { db, tenant }: Reader,
  { calendars, now }: { readonly calendars: readonly CalendarId[]; readonly now: Date },
): Promise<ReadonlyMap<CalendarId, number>> {
  if (calendars.length === 0) return new Map()
  const rows = await db
    .selectFrom('appointment')
    .where('appointment.tenant_id', '=', tenant)
    .where('appointment.calendar_id', 'in', calendars)
    .where('appointment.state', '=', 'booked')
    .where('appointment.starts_at', '>', now)
    .select(({ fn }) => ['appointment.calendar_id', fn.countAll<string>().as('n')])
    .groupBy('appointment.calendar_id')
    .execute()
  return new Map(rows.map(({ calendar_id, n }) => [calendar_id, Number(n)]))
}

/** Whoever comes to a calendar from now on and had booked by some instant. */
export async function listBookedBefore(
  reader: Reader,
  { calendar, since, now }: { readonly calendar: CalendarId; readonly since: Date; readonly now: Date },
): Promise<readonly Appointment[]> {
  const rows = await selectAppointments(reader)
    .where('appointment.calendar_id', '=', calendar)
    .where('appointment.state', '=', 'booked')
    .where('appointment.starts_at', '>', now)
    .where('appointment.booked_at', '<=', since)
    .orderBy('appointment.starts_at')
    .execute()
  return rows.map(toAppointment)
}

/** The reasons (by code) for which somebody still comes to a calendar. */
export async function listReasonsInUse({ db, tenant }: Reader, calendar: CalendarId, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('appointment')
    .where('appointment.tenant_id', '=', tenant)
    .where('appointment.calendar_id', '=', calendar)
    .where('appointment.starts_at', '>', now)
    .where('appointment.state', '<>', 'cancelled')
    .select('appointment.reason')
    .distinct()
    .execute()
  return rows.map(({ reason }) => reason)
}

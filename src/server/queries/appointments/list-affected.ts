import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { type UpsetIn, whoIsUpset } from '#server/storage/appointments/review-appointments.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'

/** Whoever could not be received any more if a calendar were so; those who were told so before are not told of again. */
export async function listAffected(
  reader: Reader,
  directory: Directory,
  calendar: BookingCalendar,
  now: Date,
): Promise<readonly UpsetIn[]> {
  const appointments = await whoIsUpset(reader, { calendar, body: directory.tenant.settings.calendar }, now)
  return [{ calendar, appointments }]
}

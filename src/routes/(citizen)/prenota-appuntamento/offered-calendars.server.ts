import { type BookingCalendar, reasonsFor } from '#domain/appointments/booking-calendar.ts'
import type { Directory } from '#server/storage/directory.ts'

/** The calendars that citizens may book in, all of them or those for a service (by code), in the order of their titles. */
export function offeredCalendars({ calendars, offices }: Directory, service: string | null): readonly BookingCalendar[] {
  return [...calendars.values()]
    .filter((calendar) => calendar.active && offices.get(calendar.office)?.active && reasonsFor(calendar, service).length > 0)
    .toSorted((one, other) => one.title.it.localeCompare(other.title.it, 'it'))
}

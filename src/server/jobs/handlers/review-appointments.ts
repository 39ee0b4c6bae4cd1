import type { Jobs } from '#server/jobs/catalogue.ts'
import { readCalendars } from '#server/storage/appointments/calendars.ts'
import { reviewCalendar } from '#server/use-cases/appointments/review-calendar.ts'
import type { World } from '#server/world.ts'

/** Looks at who is booked after hours or closures changed, calendar by calendar, each in a transaction of its own. */
export async function reviewAppointments(world: World, { tenant, calendar }: Jobs['appointments.review']): Promise<void> {
  if (calendar !== null) return reviewCalendar(world, tenant, calendar)
  for (const { id } of await world.read(tenant, readCalendars)) await reviewCalendar(world, tenant, id)
}

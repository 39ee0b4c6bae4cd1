import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { reviewAppointments } from '#server/storage/appointments/review-appointments.ts'
import type { World } from '#server/world.ts'

/** A closure or other hours lose nobody's appointment silently: whoever cannot be received as booked gets another seat or a letter. */
export async function reviewCalendar(world: World, tenant: TenantId, calendar: CalendarId): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const rules = await lockCalendar(tx, calendar)
    if (rules) await reviewAppointments(world, tx, rules)
  })
}

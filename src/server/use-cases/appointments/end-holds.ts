import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { dropOldHolds, listEndedOffers } from '#server/storage/appointments/holds.ts'
import { endOffer } from '#server/storage/appointments/pass-on.ts'
import type { World } from '#server/world.ts'

/** Seats whose hold is over are free again; those offered to somebody who waits go on to the next in line. */
export async function endHolds(world: World, tenant: TenantId, calendar: CalendarId): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const rules = await lockCalendar(tx, calendar)
    if (!rules) return
    await dropOldHolds(tx, calendar, world.now())
    for (const offer of await listEndedOffers(tx, calendar, world.now())) await endOffer(world, tx, rules, offer)
  })
}

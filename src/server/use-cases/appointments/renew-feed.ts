import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockCalendar, saveFeed } from '#server/storage/appointments/calendars.ts'
import type { World } from '#server/world.ts'

export type RenewFeedRefusal = 'not_yours' | 'no_such_calendar'

/** An administrator gives the feed of a calendar another secret address; the one before opens nothing any more. */
export async function renewFeed(
  world: World,
  tenant: TenantId,
  { calendar, by }: { readonly calendar: CalendarId; readonly by: Actor },
): Promise<Result<null, RenewFeedRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<null, RenewFeedRefusal>> => {
    if (!(await lockCalendar(tx, calendar))) return refuse('no_such_calendar')
    await saveFeed(tx, calendar, world.newId())
    return done(null)
  })
}

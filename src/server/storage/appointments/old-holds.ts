import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { Database } from '../database.ts'

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

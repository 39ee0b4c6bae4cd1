import type { Appointment } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { saveAppointment } from '#server/storage/appointments/appointments.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { listBookedBefore } from '#server/storage/appointments/coming.ts'
import { listTold, recordAppointment } from '#server/storage/appointments/events.ts'
import type { World } from '#server/world.ts'

export type TellNewPlace = { readonly calendar: CalendarId; readonly since: Date }

/** Whoever was booked before people had to go elsewhere is told where, once; those who are received still or come no more are not. */
export async function tellNewPlace(world: World, tenant: TenantId, { calendar, since }: TellNewPlace): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    if (!(await lockCalendar(tx, calendar))) return
    const now = world.now()
    const told = await listTold(tx, { calendar, kind: 'relocated', since })
    for (const appointment of await listBookedBefore(tx, { calendar, since, now })) {
      if (told.has(appointment.id)) continue
      const relocated: Appointment = { ...appointment, moves: appointment.moves + 1 }
      await saveAppointment(tx, relocated, now)
      await recordAppointment(world, tx, { appointment: relocated, kind: 'relocated', by: { kind: 'system' } })
    }
  })
}

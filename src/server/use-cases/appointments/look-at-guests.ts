import { type Appointment, type AppointmentId, type Guest, mayServe } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readCalendar } from '#server/storage/appointments/calendars.ts'
import { readAuthors } from '#server/storage/authors.ts'
import { insertGuestLooks } from '#server/storage/contact-looks.ts'
import type { World } from '#server/world.ts'

/** Appointments of one calendar, as they were read. */
export type LookAtGuests = {
  readonly calendar: CalendarId
  readonly appointments: readonly Pick<Appointment, 'id' | 'contact'>[]
  readonly by: Staff
}

/** Shows who comes to whoever serves the calendar, and keeps that they looked: one look for each appointment. */
export async function lookAtGuests(
  world: World,
  tenant: TenantId,
  { calendar: id, appointments, by }: LookAtGuests,
): Promise<Result<ReadonlyMap<AppointmentId, Guest>, 'not_yours'>> {
  return world.transaction(tenant, async (tx): Promise<Result<ReadonlyMap<AppointmentId, Guest>, 'not_yours'>> => {
    const calendar = await readCalendar(tx, id)
    if (!calendar || !mayServe(by, calendar.office)) return refuse('not_yours')
    const contacts = await readAuthors(
      tx,
      appointments.flatMap(({ contact }) => contact ?? []),
    )
    const shown = appointments.flatMap(({ id: appointment, contact }) => {
      const guest = contact === null ? undefined : contacts.get(contact)
      return guest ? [[appointment, guest] as const] : []
    })
    const [account, at] = [by.account, world.now()]
    await insertGuestLooks(
      tx,
      shown.map(([appointment]) => ({ id: world.newId<'contact-look'>(), appointment, account, at })),
    )
    return done(new Map(shown))
  })
}

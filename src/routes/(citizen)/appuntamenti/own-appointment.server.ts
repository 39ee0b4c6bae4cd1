import { error, type RequestEvent } from '@sveltejs/kit'
import type { Appointment, AppointmentId } from '#domain/appointments/appointment.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { readAppointmentToken } from '#server/gateways/secrets.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'

export type OwnAppointment = { readonly appointment: Appointment; readonly calendar: BookingCalendar }

/** The appointment that a private link opens; a link that we did not make opens nothing. */
export async function requireOwn({ locals, params }: { locals: App.Locals; params: { token: string } }): Promise<OwnAppointment> {
  const { installation, directory, words } = locals
  const { world } = installation
  const id = readAppointmentToken(world.secret, directory.tenant.id, params.token) as AppointmentId | null
  const appointment = id && (await world.read(directory.tenant.id, (reader) => readAppointment(reader, id)))
  const calendar = appointment && directory.calendars.get(appointment.calendar)
  return calendar ? { appointment, calendar } : error(404, words.errors.notFound)
}

/** Nobody finds it by searching, and no other site is told the address. Not `no-referrer`: under it forms come without their origin. */
export function keepPrivate({ setHeaders }: Pick<RequestEvent, 'setHeaders'>): void {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
}

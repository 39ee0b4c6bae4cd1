import { error } from '@sveltejs/kit'
import type { Appointment, AppointmentId, Guest } from '#domain/appointments/appointment.ts'
import { isTaken } from '#domain/appointments/figures.ts'
import { listAppointments } from '#server/storage/appointments/appointments.ts'
import { lookAtGuests } from '#server/use-cases/appointments/look-at-guests.ts'
import { staffOf } from '../staff-of.server.ts'
import { type AskedAgenda, daysOf, spanOf } from './asked-agenda.server.ts'

type Taken = {
  readonly appointments: readonly Appointment[]
  /** Who comes, where that was asked for: each look is written down. */
  readonly guests: ReadonlyMap<AppointmentId, Guest>
}

/** Who is booked in what was asked for, to be taken away on paper or as a file: not what is only held, nor what was cancelled. */
export async function readTaken(asked: AskedAgenda, contacts: 'with' | 'without', locals: App.Locals): Promise<Taken> {
  const { installation, directory, words } = locals
  const { world } = installation
  const span = spanOf(daysOf(asked), directory.tenant.settings.calendar.zone)
  const listed = await world.read(directory.tenant.id, (reader) =>
    listAppointments(reader, { calendars: [asked.calendar.id], ...span }),
  )
  const appointments = listed.filter((one) => isTaken(one) && (asked.seat === null || one.seat === asked.seat))
  if (contacts === 'without') return { appointments, guests: new Map() }
  const ask = { calendar: asked.calendar.id, appointments, by: staffOf(locals) }
  const looked = await lookAtGuests(world, directory.tenant.id, ask)
  if (!looked.ok) error(403, words.agenda.notYours)
  return { appointments, guests: looked.value }
}

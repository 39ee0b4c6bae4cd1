import { error } from '@sveltejs/kit'
import { type AppointmentId, mayServe } from '#domain/appointments/appointment.ts'
import { isId } from '#domain/shared/id.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'
import { staffOf } from '../../staff-of.server.ts'

/** The appointment of the address with its calendar, for whoever serves it; what is only held is nobody's yet. */
export async function findServed(id: string, locals: App.Locals) {
  const { installation, directory, words } = locals
  const found = isId(id)
    ? await installation.world.read(directory.tenant.id, (reader) => readAppointment(reader, id as AppointmentId))
    : null
  const calendar = found && directory.calendars.get(found.calendar)
  if (!found?.code || !calendar) error(404, words.errors.notFound)
  if (!mayServe(staffOf(locals), calendar.office)) error(403, words.agenda.refusal.not_yours)
  return { appointment: found, calendar, code: found.code }
}

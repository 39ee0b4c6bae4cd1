import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { isId } from '#domain/shared/id.ts'
import { type AppointmentMark, listComingAppointments, listPastAppointments } from '#server/storage/appointments/appointments.ts'
import { listWaitingOf } from '#server/storage/appointments/waiting.ts'
import { addressOf } from '../../../own-pages.server.ts'
import { requireCitizen, showArea } from '../area.server.ts'
import { presentAppointment, presentWaiting } from '../present-own.server.ts'
import type { PageServerLoad } from './$types'

/** Nobody has more before them; of what is over, as many a page. */
const [mostComing, size] = [100, 20]

/** What somebody has to come to, and what is over; `prima` names the last of the page before. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const citizen = requireCitizen(event)
  const { world } = locals.installation
  const own = { email: citizen.email, now: world.now() }
  const behind = readMark(url.searchParams.get('prima') ?? '')
  const today = civilDate(own.now, locals.directory.tenant.settings.calendar.zone)
  const { coming, waiting, past } = await world.read(locals.directory.tenant.id, async (reader) => ({
    coming: await listComingAppointments(reader, { ...own, size: mostComing }),
    waiting: await listWaitingOf(reader, own.email, today),
    past: await listPastAppointments(reader, { ...own, size: size + 1, behind }),
  }))
  const page = past.slice(0, size)
  const last = page.at(-1)
  return {
    area: showArea(event, citizen),
    coming: [
      ...coming.map((appointment) => presentAppointment(appointment, locals, url)),
      ...waiting.map((place) => presentWaiting(place, locals)),
    ],
    past: page.map((appointment) => presentAppointment(appointment, locals, url)),
    first: behind === null ? undefined : url.pathname,
    older: past.length > size && last ? `?prima=${last.from.getTime()}_${last.id}` : undefined,
    book: addressOf('appointment', locals),
  }
}

function readMark(text: string): AppointmentMark | null {
  const [at = '', id = ''] = text.split('_')
  return /^\d{1,15}$/.test(at) && isId(id) ? { from: new Date(Number(at)), id: id as AppointmentId } : null
}

import { appointmentFile } from '#lib/appointments/appointment-file.ts'
import { showAppointment } from '#server/queries/appointments/show-appointment.ts'
import { linkedBy } from '../../../prenota-appuntamento/linked.server.ts'
import { requireOwn } from '../../own-appointment.server.ts'
import type { RequestHandler } from './$types'

/** The appointment for every calendar that takes files. */
export const GET: RequestHandler = async (event) => {
  const { locals, url } = event
  const { appointment } = await requireOwn(event)
  const shown = showAppointment(linkedBy(locals, url), appointment, locals.locale)
  return new Response(appointmentFile(shown, locals.directory.tenant.settings, locals.words), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="appuntamento.ics"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

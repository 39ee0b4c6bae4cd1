import { listOwnReports } from '#server/queries/citizens/list-own-reports.ts'
import { listComingAppointments } from '#server/storage/appointments/appointments.ts'
import { addressOf } from '../../own-pages.server.ts'
import type { PageServerLoad } from './$types'
import { requireCitizen, showArea } from './area.server.ts'
import { presentAppointment, presentReport } from './present-own.server.ts'

const shown = 5

/** What somebody has to do with the body, at a glance. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const citizen = requireCitizen(event)
  const { installation, directory, words } = locals
  const { world } = installation
  const { email } = citizen
  const own = await world.read(directory.tenant.id, async (reader) => ({
    reports: await listOwnReports(reader, email, { before: null, size: shown }),
    appointments: await listComingAppointments(reader, { email, now: world.now(), size: shown }),
  }))
  return {
    area: showArea(event, citizen),
    stages: words.reports,
    reports: own.reports.slice(0, shown).map((report) => presentReport(report, locals)),
    moreReports: own.reports.length > shown,
    appointments: own.appointments.map((appointment) => presentAppointment(appointment, locals, url)),
    links: { assistance: addressOf('assistance', locals), appointment: addressOf('appointment', locals) },
  }
}

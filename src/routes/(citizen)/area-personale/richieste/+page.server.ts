import { listOwnReports } from '#server/queries/citizens/list-own-reports.ts'
import { requireCitizen, showArea } from '../area.server.ts'
import { presentReport } from '../present-own.server.ts'
import type { PageServerLoad } from './$types'

const size = 20

/** Everything that was sent with the address, the newest first, page by page (`prima` names the last number of the page before). */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const citizen = requireCitizen(event)
  const before = Number.parseInt(url.searchParams.get('prima') ?? '', 10) || null
  const { world } = locals.installation
  const found = await world.read(locals.directory.tenant.id, (reader) => listOwnReports(reader, citizen.email, { before, size }))
  const page = found.slice(0, size)
  return {
    area: showArea(event, citizen),
    stages: locals.words.reports,
    reports: page.map((report) => presentReport(report, locals)),
    first: before === null ? undefined : url.pathname,
    older: found.length > size ? `?prima=${page.at(-1)?.number}` : undefined,
  }
}

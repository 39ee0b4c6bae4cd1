import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { byCode, filterFromSearch } from '#domain/reports/list-address.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { exportData } from '#server/delivery/lists/export-data.ts'
import { sheetFormats, sheetTypes } from '#server/gateways/spreadsheet.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { RequestHandler } from './$types'

/** The rows of all reports as a file, without anything personal. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const format = sheetFormats.find((one) => one === params.format)
  if (!format) error(404, words.errors.notFound)
  if (!mayDo(staff, 'take_data')) error(403, words.data.notYours)
  const { world } = installation
  const filter = filterFromSearch(url.searchParams, byCode(directory))
  const day = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  return new Response(exportData(world, locals, format, { by: staff, filter }), {
    headers: {
      'content-type': sheetTypes[format],
      'content-disposition': `attachment; filename="${words.data.file}-${day}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}

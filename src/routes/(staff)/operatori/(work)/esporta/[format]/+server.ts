import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { columnsOf } from '#domain/reports/list-look.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { exportList } from '#server/delivery/lists/export-list.ts'
import { sheetFormats, sheetTypes } from '#server/gateways/spreadsheet.ts'
import { readAskedList } from '../../(desk)/inbox-filter.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { RequestEvent, RequestHandler } from './$types'

/** The list of the address as a file. */
export const GET: RequestHandler = (event) => send(event, false)

/** The same with the authors' contacts: looks are written down, so it is no mere reading. */
export const POST: RequestHandler = (event) => send(event, true)

function send({ locals, params, url }: RequestEvent, contacts: boolean): Response {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const format = sheetFormats.find((one) => one === params.format)
  if (!format) error(404, words.errors.notFound)
  if (!mayDo(staff, 'export')) error(403, words.lists.export.notYours)
  const { world } = installation
  const { filter, look, sort } = readAskedList(url.searchParams, locals)
  const file = exportList(world, locals, format, { by: staff, filter, sort, columns: columnsOf(look), contacts })
  const name = `${words.lists.export.file}-${civilDate(world.now(), directory.tenant.settings.calendar.zone)}.${format}`
  return new Response(file, {
    headers: {
      'content-type': sheetTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

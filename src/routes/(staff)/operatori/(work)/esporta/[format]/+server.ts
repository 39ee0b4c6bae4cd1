import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { columnsOf } from '#domain/reports/list-look.ts'
import { everything } from '#domain/reports/report-filter.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { exportList } from '#server/delivery/lists/export-list.ts'
import { sheetFormats, sheetTypes } from '#server/gateways/spreadsheet.ts'
import { readForm } from '../../../../../read-form.server.ts'
import { readAskedList } from '../../(desk)/inbox-filter.server.ts'
import { findTicked } from '../../massive/chosen.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { RequestEvent, RequestHandler } from './$types'

/** The list of the address as a file, or what was ticked of it. */
export const GET: RequestHandler = (event) => send(event, 'without', event.url.searchParams)

/** The same with the authors' contacts: looks are written down, so it is no mere reading. */
export const POST: RequestHandler = async (event) => send(event, 'with', await readForm(event.request))

async function send(
  { locals, params, url }: RequestEvent,
  contacts: 'with' | 'without',
  asked: URLSearchParams | FormData,
): Promise<Response> {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const format = sheetFormats.find((one) => one === params.format)
  if (!format) error(404, words.errors.notFound)
  if (!mayDo(staff, 'export')) error(403, words.lists.export.notYours)
  const { world } = installation
  const only = asked.has('scelte') ? await world.read(directory.tenant.id, (reader) => findTicked(reader, asked)) : null
  if (only?.length === 0) error(404, words.bulk.refusal.nothing_selected)
  const { filter, look, sort } = readAskedList(url.searchParams, locals)
  const file = exportList(world, locals, format, {
    by: staff,
    filter: only === null ? filter : everything,
    sort,
    columns: columnsOf(look),
    contacts: contacts === 'with',
    only,
  })
  const name = `${words.lists.export.file}-${civilDate(world.now(), directory.tenant.settings.calendar.zone)}.${format}`
  return new Response(file, {
    headers: {
      'content-type': sheetTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

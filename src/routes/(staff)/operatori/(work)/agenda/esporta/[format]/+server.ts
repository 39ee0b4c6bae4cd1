import { error } from '@sveltejs/kit'
import type { Appointment, Guest } from '#domain/appointments/appointment.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { inLocale } from '#domain/shared/words.ts'
import { civilCell } from '#server/delivery/lists/civil-cell.ts'
import { type SheetCell, sheetFormats, sheetTypes, writeSheet } from '#server/gateways/spreadsheet.ts'
import { type AskedAgenda, readAskedAgenda } from '../../asked-agenda.server.ts'
import { reasonOf } from '../../present-agenda.server.ts'
import { readTaken } from '../../taken.server.ts'
import type { RequestEvent, RequestHandler } from './$types'

/** The day or week of the address as a file. */
export const GET: RequestHandler = (event) => send(event, 'without')

/** The same with who comes: looks are written down, so it is no mere reading. */
export const POST: RequestHandler = (event) => send(event, 'with')

const moments: readonly string[] = ['from', 'to']

async function send({ locals, params, url }: RequestEvent, contacts: 'with' | 'without'): Promise<Response> {
  const { words } = locals
  const { sheet } = words.agenda
  const format = sheetFormats.find((one) => one === params.format)
  const asked = readAskedAgenda(url.searchParams, locals)
  if (!format || !asked) error(404, words.errors.notFound)
  const { appointments, guests } = await readTaken(asked, contacts, locals)
  const columns = [...Object.entries(sheet.columns), ...(contacts === 'with' ? Object.entries(sheet.contacts) : [])].map(
    ([name, header]) => ({ header, width: 20, moment: moments.includes(name) }),
  )
  async function* rows(): AsyncGenerator<readonly SheetCell[]> {
    for (const one of appointments)
      yield [...cellsOf(one, asked as AskedAgenda, locals), ...(contacts === 'with' ? guestCells(one, guests.get(one.id)) : [])]
  }
  return new Response(writeSheet(format, sheet.name, columns, rows()), {
    headers: {
      'content-type': sheetTypes[format],
      'content-disposition': `attachment; filename="${sheet.name}-${asked.date}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** In the order of the words of the columns. */
function cellsOf(appointment: Appointment, { calendar }: AskedAgenda, locals: App.Locals): readonly SheetCell[] {
  const { words, locale, directory } = locals
  const { zone } = directory.tenant.settings.calendar
  const { from, to, seat, code, state, channel, moves } = appointment
  return [
    inLocale(calendar.title, locale),
    civilCell(from, zone),
    civilCell(to, zone),
    seat,
    reasonOf(appointment, { calendar }, locals),
    writeCode(code ?? ''),
    words.agenda.state[state],
    words.agenda.one.channels[channel],
    moves,
  ]
}

function guestCells({ details }: Appointment, guest: Guest | undefined): readonly SheetCell[] {
  return [guest?.firstName ?? null, guest?.lastName ?? null, guest?.phone ?? null, guest?.email ?? null, details]
}

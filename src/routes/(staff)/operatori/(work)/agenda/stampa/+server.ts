import { error } from '@sveltejs/kit'
import type { Appointment, AppointmentId, Guest } from '#domain/appointments/appointment.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeMoment, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { renderSheet, type SheetPart } from '#server/delivery/pdf/sheet.ts'
import { pdfAnswer } from '../../pdf-answer.server.ts'
import { type AskedAgenda, readAskedAgenda } from '../asked-agenda.server.ts'
import { reasonOf } from '../present-agenda.server.ts'
import { readTaken } from '../taken.server.ts'
import type { RequestEvent, RequestHandler } from './$types'

/** A day of a calendar on paper, seat by seat. */
export const GET: RequestHandler = (event) => print(event, 'without')

/** The same with who comes: looks are written down, so it is no mere reading. */
export const POST: RequestHandler = (event) => print(event, 'with')

async function print({ locals, url }: RequestEvent, contacts: 'with' | 'without'): Promise<Response> {
  const { installation, directory, words, locale } = locals
  const { sheet } = words.agenda
  const asked = readAskedAgenda(url.searchParams, locals)
  if (!asked) error(404, words.errors.notFound)
  const { settings } = directory.tenant
  const day: AskedAgenda = { ...asked, view: 'day' }
  const { appointments, guests } = await readTaken(day, contacts, locals)
  const bySeat = [...Map.groupBy(appointments, ({ seat }) => seat)].toSorted(([one], [other]) => one - other)
  const pdf = await renderSheet({
    lang: locale,
    title: fill(sheet.title, { title: inLocale(asked.calendar.title, locale), day: writeCivilDate(asked.date, locale) }),
    body: settings.name,
    intro: [
      fill(sheet.printed, { date: writeMoment(installation.world.now(), locale, settings.calendar.zone) }),
      ...(appointments.length === 0 ? [sheet.nobody] : []),
    ],
    map: null,
    parts: bySeat.map(
      ([seat, taken]): SheetPart => ({
        heading: fill(words.agenda.seatOf, { n: seat }),
        level: 2,
        rows: taken.map((one) => rowOf(one, guests, day, locals)),
        paragraphs: [],
      }),
    ),
    footer: settings.name,
  })
  return pdfAnswer(pdf, fill(sheet.file, { date: asked.date }))
}

function rowOf(
  appointment: Appointment,
  guests: ReadonlyMap<AppointmentId, Guest>,
  { calendar }: AskedAgenda,
  locals: App.Locals,
) {
  const { words, locale, directory } = locals
  const { zone } = directory.tenant.settings.calendar
  const { id, from, to, code, state, details } = appointment
  const guest = guests.get(id)
  const lines = [
    [writeCode(code ?? ''), reasonOf(appointment, { calendar }, locals), words.agenda.state[state]].join(', '),
    guest ? [guest.firstName, guest.lastName].filter(Boolean).join(' ') : '',
    guest ? [guest.phone, guest.email].filter(Boolean).join(', ') : '',
    guest ? details : '',
  ]
  return {
    label: fill(words.agenda.span, { from: writeTime(from, locale, zone), to: writeTime(to, locale, zone) }),
    value: lines.filter((line) => line !== '').join('\n'),
  }
}

import { type AppointmentId, mayServe } from '#domain/appointments/appointment.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { daysAfter } from '#domain/shared/day-span.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeCivilNumeric, writeNumeric, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { type Agenda, readAgenda } from '#server/queries/appointments/read-agenda.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'
import type { Reader } from '#server/storage/database.ts'
import { staffOf } from '../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'
import {
  type AskedAgenda,
  agendaHref,
  calendarChoices,
  daysOf,
  readAskedAgenda,
  spanOf,
  todayOf,
  weekOf,
} from './asked-agenda.server.ts'
import { layDays, presentDay, reasonOf } from './present-agenda.server.ts'
import { presentFigures } from './present-figures.server.ts'
import { arrive, visit } from './visit.server.ts'

/** Who comes to a calendar on a day or in a week, seat by seat. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const asked = readAskedAgenda(url.searchParams, locals)
  const common = { locale, agenda: words.agenda, forms: words.forms }
  if (!asked) return { ...common, board: null }
  const { zone } = directory.tenant.settings.calendar
  const span = spanOf(daysOf(asked), zone)
  const arrived = url.searchParams.get('arrivato') ?? ''
  const { agenda, said } = await installation.world.read(directory.tenant.id, async (reader) => ({
    agenda: await readAgenda(reader, asked.calendar.id, span),
    said: isId(arrived) ? await sayArrived(reader, arrived as AppointmentId, asked, locals) : null,
  }))
  const days = layDays(asked, agenda, locals)
  return {
    ...common,
    board: {
      title: fill(words.agenda.page, { title: inLocale(asked.calendar.title, locale) }),
      heading: headingOf(asked, locals),
      asked: { calendar: asked.calendar.id as string, date: asked.date, view: asked.view, seat: String(asked.seat ?? '') },
      calendars: calendarChoices(locals),
      seats: Array.from({ length: asked.calendar.seats }, (_, at) => ({
        value: String(at + 1),
        label: fill(words.agenda.seatOf, { n: at + 1 }),
      })),
      ...stepsOf(asked, locals),
      ...linksOf(asked),
      days: days.map((day) => presentDay(day, asked, locals)),
      figures: presentFigures({ appointments: agenda.appointments, days, seat: asked.seat }, locals),
      line: presentLine(agenda, asked, locals),
      arrived: said,
      done: url.searchParams.has('fatto') ? words.agenda.recorded : null,
    },
  }
}

function headingOf({ view, date }: AskedAgenda, { words, locale }: App.Locals): string {
  if (view === 'day') return writeCivilDate(date, locale)
  const days = weekOf(date)
  return fill(words.agenda.weekOf, {
    from: writeCivilNumeric(days[0] ?? date, locale),
    to: writeCivilNumeric(days[6] ?? date, locale),
  })
}

/** Where one goes from here: the other view, the days before and after, today. */
function stepsOf(asked: AskedAgenda, locals: App.Locals) {
  const { views, steps } = locals.words.agenda
  const { view, date } = asked
  const step = view === 'day' ? 1 : 7
  return {
    views: (['day', 'week'] as const).map((one) => ({
      href: agendaHref({ ...asked, view: one }),
      label: views[one],
      current: one === view,
    })),
    steps: {
      before: { href: agendaHref({ ...asked, date: daysAfter(date, -step) }), label: steps.before[view] },
      today: { href: agendaHref({ ...asked, date: todayOf(locals) }), label: steps.today },
      after: { href: agendaHref({ ...asked, date: daysAfter(date, step) }), label: steps.after[view] },
    },
  }
}

function linksOf(asked: AskedAgenda) {
  const { search } = new URL(agendaHref(asked), 'http://agenda')
  return {
    book: `/operatori/agenda/prenota?calendario=${asked.calendar.id}`,
    block: `/operatori/agenda/blocchi?calendario=${asked.calendar.id}`,
    find: '/operatori/agenda/cerca',
    take: { print: `/operatori/agenda/stampa${search}`, csv: `/operatori/agenda/esporta/csv${search}` },
  }
}

function presentLine({ line }: Agenda, { calendar }: AskedAgenda, { words, locale, directory }: App.Locals) {
  const { agenda } = words
  const { zone } = directory.tenant.settings.calendar
  return line.map((place, at) => ({
    place: at + 1,
    reason: reasonOf(place, { calendar }, { locale }),
    days: fill(agenda.span, {
      from: writeCivilNumeric(place.firstDay, locale),
      to: writeCivilNumeric(place.lastDay, locale),
    }),
    since: writeNumeric(place.at, locale, zone),
    state: [
      agenda.line.states[place.state === 'offered' ? 'offered' : 'waiting'],
      ...(place.mail === 'failed' ? [agenda.one.mail.failed] : []),
    ].join(', '),
  }))
}

/** Who has just arrived, also where they came to another calendar than the one that is open. */
async function sayArrived(reader: Reader, id: AppointmentId, { calendar }: AskedAgenda, locals: App.Locals) {
  const { directory, words, locale } = locals
  const { arrival } = words.agenda
  const appointment = await readAppointment(reader, id)
  const own = appointment && directory.calendars.get(appointment.calendar)
  if (!own || appointment.code === null || !mayServe(staffOf(locals), own.office)) return null
  const line = fill(arrival.done, {
    code: writeCode(appointment.code),
    reason: reasonOf(appointment, { calendar: own }, locals),
    time: writeTime(appointment.from, locale, directory.tenant.settings.calendar.zone),
    seat: appointment.seat,
  })
  const isElsewhere = own.id !== calendar.id
  const text = isElsewhere ? fill(arrival.elsewhere, { calendar: inLocale(own.title, locale), line }) : line
  return { text, href: `/operatori/agenda/${id}` }
}

export const actions: Actions = { arrive, visit }

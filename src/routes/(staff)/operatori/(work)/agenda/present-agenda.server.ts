import { type AgendaCell, type AgendaDay, layDay } from '#domain/appointments/agenda.ts'
import { type Appointment, decideVisit, type Visit } from '#domain/appointments/appointment.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownCell, ShownDay, ShownVisit } from '#lib/components/agenda/shown-agenda.ts'
import { writeCivilDate, writeCivilNumeric, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Agenda } from '#server/queries/appointments/read-agenda.ts'
import { staffOf } from '../staff-of.server.ts'
import { type AskedAgenda, agendaHref, daysOf, todayOf } from './asked-agenda.server.ts'

/** The days that were asked for, seat by seat; those on which nobody is received are left out. */
export function layDays(asked: AskedAgenda, agenda: Agenda, { installation, directory }: App.Locals): readonly AgendaDay[] {
  const { calendar, seat } = asked
  const isShown = (one: number | null) => seat === null || one === null || one === seat
  const laid = {
    ...{ calendar, body: directory.tenant.settings.calendar, now: installation.world.now() },
    appointments: agenda.appointments.filter((one) => isShown(one.seat)),
    blocks: agenda.blocks.filter((one) => isShown(one.seat)),
  }
  return daysOf(asked)
    .map((date) => layDay({ ...laid, date }))
    .filter(({ parts }) => parts.length > 0)
}

/** A day as it is shown. */
export function presentDay(day: AgendaDay, asked: AskedAgenda, locals: App.Locals): ShownDay {
  const { installation, directory, words, locale } = locals
  const { zone } = directory.tenant.settings.calendar
  const now = installation.world.now()
  const seats = asked.seat === null ? Array.from({ length: day.seats }, (_, at) => at + 1) : [asked.seat]
  return {
    date: day.date,
    title: writeCivilDate(day.date, locale),
    short: writeCivilNumeric(day.date, locale),
    href: agendaHref({ ...asked, date: day.date, view: 'day' }),
    today: day.date === todayOf(locals),
    seats: seats.map((n) => fill(words.agenda.seatOf, { n })),
    parts: day.parts.map((rows) =>
      rows.map(({ from, to, cells }) => ({
        key: from.toISOString(),
        time: writeTime(from, locale, zone),
        now: from <= now && now < to ? fill(words.agenda.now, { time: writeTime(now, locale, zone) }) : null,
        cells: cells.filter(({ seat }) => (asked.seat ?? seat) === seat).map((cell) => presentCell(cell, locals, asked)),
      })),
    ),
  }
}

function presentCell(cell: AgendaCell, locals: App.Locals, asked: AskedAgenda): ShownCell {
  const { words, locale, directory } = locals
  const { zone } = directory.tenant.settings.calendar
  const { seat, from, rows } = cell
  const to = cell.kind === 'appointment' ? cell.appointment.to : cell.to
  return {
    key: `${seat} ${from.toISOString()}`,
    rows,
    seat: fill(words.agenda.seatOf, { n: seat }),
    time: fill(words.agenda.span, { from: writeTime(from, locale, zone), to: writeTime(to, locale, zone) }),
    ...saidOf(cell, asked, locals),
  }
}

type Said = Pick<ShownCell, 'kind' | 'title' | 'note' | 'href' | 'state' | 'tone' | 'appointment' | 'visits'>

const nothing = { note: '', href: null, state: '', tone: 'plain', appointment: null, visits: [] } as const

function saidOf(cell: AgendaCell, { calendar }: AskedAgenda, locals: App.Locals): Said {
  const { words, installation } = locals
  const { use } = words.agenda
  if (cell.kind === 'appointment') return saidOfAppointment(cell.appointment, { calendar }, locals)
  if (cell.kind === 'blocked') {
    const href = `/operatori/agenda/blocchi?calendario=${calendar.id}`
    return { ...nothing, kind: 'blocked', title: use.blocked, note: cell.block.note, href }
  }
  if (cell.kind === 'closed' || cell.to <= installation.world.now()) return { ...nothing, kind: cell.kind, title: use[cell.kind] }
  const day = civilDate(cell.from, locals.directory.tenant.settings.calendar.zone)
  return { ...nothing, kind: 'free', title: use.free, href: `/operatori/agenda/prenota?calendario=${calendar.id}&dal=${day}` }
}

function saidOfAppointment(appointment: Appointment, { calendar }: Pick<AskedAgenda, 'calendar'>, locals: App.Locals): Said {
  const { agenda } = locals.words
  const { id, state, code, waiting, disrupted } = appointment
  if (state === 'held' || code === null)
    return { ...nothing, kind: 'held', title: agenda.use[waiting === null ? 'held' : 'offered'] }
  const isUpset = disrupted && state === 'booked'
  return {
    kind: 'appointment',
    title: reasonOf(appointment, { calendar }, locals),
    note: writeCode(code),
    href: `/operatori/agenda/${id}`,
    state: isUpset ? agenda.disrupted : agenda.state[state],
    tone: isUpset ? 'upset' : toneOf(state),
    appointment: id,
    visits: isOfToday(appointment, locals) ? visitsOf(appointment, { calendar }, locals) : [],
  }
}

function toneOf(state: Appointment['state']): ShownCell['tone'] {
  if (state === 'checked_in') return 'here'
  return state === 'done' || state === 'no_show' ? 'over' : 'plain'
}

/** What somebody comes for; its code where the calendar does not have it any more. */
export function reasonOf(
  { reason }: Pick<Appointment, 'reason'>,
  { calendar }: Pick<AskedAgenda, 'calendar'>,
  { locale }: Pick<App.Locals, 'locale'>,
): string {
  const known = calendar.reasons.find(({ code }) => code === reason)
  return known ? inLocale(known.name, locale) : reason
}

/** The visits that can be written down now. */
export function visitsOf(
  appointment: Appointment,
  { calendar }: Pick<AskedAgenda, 'calendar'>,
  locals: App.Locals,
): readonly ShownVisit[] {
  const [staff, now] = [staffOf(locals), locals.installation.world.now()]
  const visits: readonly Visit[] = ['checked_in', 'done', 'no_show']
  return visits
    .filter((visit) => decideVisit(appointment, calendar, visit, staff, now).ok)
    .map((visit) => ({ visit, label: locals.words.agenda.visit[visit] }))
}

function isOfToday({ from }: Appointment, locals: App.Locals): boolean {
  return civilDate(from, locals.directory.tenant.settings.calendar.zone) === todayOf(locals)
}

import { error } from '@sveltejs/kit'
import { mayServe } from '#domain/appointments/appointment.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { daysAfter, endOfDay, isCivilDate, mondayOf, startOfDay } from '#domain/shared/day-span.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { staffOf } from '../staff-of.server.ts'

/** What the address asks of the agenda. */
export type AskedAgenda = {
  readonly calendar: BookingCalendar
  readonly view: 'day' | 'week'
  /** ISO. */
  readonly date: string
  readonly seat: number | null
}

/** Outside of these nobody was or will be booked, and years have more digits one day. */
const [earliest, latest] = ['2000', '2100']

/** The calendars that this person serves, by title. */
export function servedCalendars(locals: App.Locals): readonly BookingCalendar[] {
  const staff = staffOf(locals)
  return [...locals.directory.calendars.values()]
    .filter(({ office }) => mayServe(staff, office))
    .toSorted((one, other) => inLocale(one.title, locals.locale).localeCompare(inLocale(other.title, locals.locale)))
}

/** The calendar that is named, or the first one; null where the person serves none. */
export function askedCalendar(named: string | null, locals: App.Locals): BookingCalendar | null {
  const served = servedCalendars(locals)
  if (!named) return served.find(({ active }) => active) ?? served[0] ?? null
  const calendar = served.find(({ id }) => id === named)
  if (calendar) return calendar
  const { agenda, errors } = locals.words
  const isThere = [...locals.directory.calendars.values()].some(({ id }) => id === named)
  return isThere ? error(403, agenda.notYours) : error(404, errors.notFound)
}

/** What is asked for; today, and every seat, where nothing else is. */
export function readAskedAgenda(search: URLSearchParams, locals: App.Locals): AskedAgenda | null {
  const calendar = askedCalendar(search.get('calendario'), locals)
  if (!calendar) return null
  const date = search.get('giorno') ?? ''
  const seat = Number(search.get('sportello'))
  return {
    calendar,
    view: search.get('vista') === 'settimana' ? 'week' : 'day',
    date: isCivilDate(date) && date > earliest && date < latest ? date : todayOf(locals),
    seat: Number.isInteger(seat) && seat >= 1 && seat <= calendar.seats ? seat : null,
  }
}

/** The address of an agenda. */
export function agendaHref({ calendar, view, date, seat }: AskedAgenda): string {
  const search = new URLSearchParams({ calendario: calendar.id, giorno: date })
  if (view === 'week') search.set('vista', 'settimana')
  if (seat !== null) search.set('sportello', String(seat))
  return `/operatori/agenda?${search}`
}

/** From a page about a calendar to its agenda. */
export function backTo(calendar: BookingCalendar, locals: App.Locals, date = todayOf(locals)) {
  const label = fill(locals.words.agenda.back, { title: inLocale(calendar.title, locals.locale) })
  return { href: agendaHref({ calendar, view: 'day', date, seat: null }), label }
}

/** The civil date of today in the body's zone. */
export function todayOf({ installation, directory }: App.Locals): string {
  return civilDate(installation.world.now(), directory.tenant.settings.calendar.zone)
}

/** The days that are shown, in order (ISO). */
export function daysOf({ view, date }: AskedAgenda): readonly string[] {
  return view === 'day' ? [date] : weekOf(date)
}

/** From Monday to Sunday (ISO). */
export function weekOf(date: string): readonly string[] {
  const monday = mondayOf(date)
  return Array.from({ length: 7 }, (_, n) => daysAfter(monday, n))
}

/** The instants between which some days lie, one after the other. */
export function spanOf(days: readonly string[], zone: string): { readonly from: Date; readonly to: Date } {
  return { from: startOfDay(days[0] ?? '', zone), to: endOfDay(days.at(-1) ?? '', zone) }
}

/** Calendars to choose from, those out of use marked so. */
export function calendarChoices(locals: App.Locals) {
  return servedCalendars(locals).map(({ id, title, active }) => {
    const name = inLocale(title, locals.locale)
    return { value: id as string, label: active ? name : fill(locals.words.agenda.outOfUse, { title: name }) }
  })
}

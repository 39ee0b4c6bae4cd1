import { Temporal } from 'temporal-polyfill'
import { nationalHolidays } from './holidays.ts'

/** Part of a day in civil time, `HH:MM` (the end may be `24:00`); half-open. */
export type Interval = { readonly from: string; readonly to: string }

/** Civil hours by ISO weekday: 1 is Monday. */
export type WeeklyHours = Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Interval[]>>

/** When a body works: civil hours by ISO weekday (1 is Monday), the patron's day (`MM-DD`), closures (ISO dates, half-open); never changed, only replaced. */
export type WorkingCalendar = {
  readonly zone: string
  readonly weekly: WeeklyHours
  readonly patron: string | null
  readonly closures: readonly { readonly from: string; readonly to: string }[]
}

/** How long something may take. */
export type Term = { readonly amount: number; readonly unit: 'working_hours' | 'working_days' }

/** From one instant to another, in milliseconds since 1970; half-open. */
export type Span = { readonly from: number; readonly to: number }

const minute = 60_000
const day = 86_400_000
/** Civil days without work in a row after which a calendar is a mistake; a checked one has at most a year's closure and some. */
const longestRest = 3 * 366

/** Tells whether the body works on a civil date (ISO): the weekday has hours, and it is no holiday, patron's day or closure. */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return hoursOn(date, calendar).length > 0
}

/** The instant by which something that starts now has to be done: hours count working minutes, days end with the last working hour of the day. */
export function dueAt(start: Date, term: Term, calendar: WorkingCalendar): Date {
  if (term.unit === 'working_hours') return addWorkingMinutes(start, term.amount * 60, calendar)
  return addWorkingDays(start, term.amount, calendar)
}

/** The last working instant of a civil date (ISO), or null where the body does not work that day. */
export function lastWorkingInstant(date: string, calendar: WorkingCalendar): Date | null {
  const last = workOn(Date.parse(`${date}T00:00:00Z`) / day, calendar).at(-1)
  return last ? new Date(last.to) : null
}

/** The end of the n-th working day (n from 1) after the civil day of the start. */
export function addWorkingDays(start: Date, days: number, calendar: WorkingCalendar): Date {
  let left = days
  for (const at of workingDaysFrom(civilDay(start, calendar) + 1, calendar)) {
    left--
    const last = left <= 0 ? workOn(at, calendar).at(-1) : undefined
    if (last) return new Date(last.to)
  }
  throw new Error('the calendar has no working day in reach')
}

/** The instant at which so many working minutes have passed since the start. */
export function addWorkingMinutes(start: Date, minutes: number, calendar: WorkingCalendar): Date {
  let left = minutes * minute
  for (const at of workingDaysFrom(civilDay(start, calendar), calendar)) {
    for (const { from, to } of workOn(at, calendar)) {
      const begin = Math.max(from, start.getTime())
      const length = Math.max(0, to - begin)
      if (length >= left && length > 0) return new Date(begin + left)
      left -= length
    }
  }
  throw new Error('the calendar has no working hour in reach')
}

/** How many working minutes lie between two instants; nothing where the second is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  if (to <= from) return 0
  let milliseconds = 0
  const last = civilDay(to, calendar)
  for (let at = civilDay(from, calendar); at <= last; at++) {
    for (const span of workOn(at, calendar)) {
      milliseconds += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()))
    }
  }
  return milliseconds / minute
}

/** Whether somebody is open at an instant, and until when; or from when again, where that is ever. */
export type Opening = { readonly open: true; readonly until: Date } | { readonly open: false; readonly from: Date | null }

/** Tells whether a calendar's hours are open at an instant. */
export function openingAt(instant: Date, calendar: WorkingCalendar): Opening {
  const at = instant.getTime()
  for (const day of workingDaysFrom(civilDay(instant, calendar), calendar)) {
    const next = workOn(day, calendar).find(({ to }) => to > at)
    if (next) return next.from <= at ? { open: true, until: new Date(next.to) } : { open: false, from: new Date(next.from) }
  }
  return { open: false, from: null }
}

/** The hours of a calendar as instants, for so many civil days from one on: what is open from when to when. */
export function openSpans(
  from: Date,
  days: number,
  calendar: WorkingCalendar,
): readonly { readonly from: Date; readonly to: Date }[] {
  const first = civilDay(from, calendar)
  return Array.from({ length: days }, (_, n) => workOn(first + n, calendar))
    .flat()
    .map((span) => ({ from: new Date(span.from), to: new Date(span.to) }))
}

/** The civil dates (ISO) of so many days from an instant's on, on which the week has hours and a holiday, patron's day or closure takes them. */
export function closedDates(from: Date, days: number, calendar: WorkingCalendar): readonly string[] {
  const first = civilDay(from, calendar)
  const dates = Array.from({ length: days }, (_, n) => isoDate(first + n))
  return dates.filter((date) => calendar.weekly[weekdayOf(date)].length > 0 && !isWorkingDay(date, calendar))
}

function* workingDaysFrom(first: number, calendar: WorkingCalendar): Generator<number> {
  let rest = 0
  for (let at = first; rest < longestRest; at++) {
    const works = isWorkingDay(isoDate(at), calendar)
    rest = works ? 0 : rest + 1
    if (works) yield at
  }
}

/** Days are worked out once per calendar: civil time costs microseconds apiece, and a year has hundreds of days. */
const worked = new WeakMap<WorkingCalendar, Map<number, readonly Span[]>>()

function workOn(at: number, calendar: WorkingCalendar): readonly Span[] {
  const days = worked.get(calendar) ?? new Map<number, readonly Span[]>()
  worked.set(calendar, days)
  const date = isoDate(at)
  const spans = days.get(at) ?? spansOn(date, hoursOn(date, calendar), calendar.zone)
  days.set(at, spans)
  return spans
}

/** Civil hours of a day (ISO) become instants here and nowhere else; an hour that the clocks skip moves forward. */
export function spansOn(date: string, hours: readonly Interval[], zone: string): readonly Span[] {
  if (hours.length === 0) return []
  const civil = Temporal.PlainDate.from(date)
  const instant = (time: string): number => {
    if (time === '24:00') return civil.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
    return civil.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
  }
  return hours.map(({ from, to }) => ({ from: instant(from), to: instant(to) })).filter(({ from, to }) => from < to)
}

/** The hours of a civil date (ISO): none on a holiday, the patron's day or in a closure. */
export function hoursOn(date: string, { weekly, patron, closures }: WorkingCalendar): readonly Interval[] {
  const hours = weekly[weekdayOf(date)]
  if (hours.length === 0 || holidaysOf(date.slice(0, 4)).has(date) || date.slice(5) === patron) return []
  return closures.some(({ from, to }) => from <= date && date < to) ? [] : hours
}

function weekdayOf(date: string): keyof WorkingCalendar['weekly'] {
  return (new Date(date).getUTCDay() || 7) as keyof WorkingCalendar['weekly']
}

const knownYears = new Map<string, ReadonlySet<string>>()

function holidaysOf(year: string): ReadonlySet<string> {
  const known = knownYears.get(year) ?? new Set(nationalHolidays(Number(year)))
  knownYears.set(year, known)
  return known
}

/** The civil day of an instant, counted from 1970-01-01. */
function civilDay(instant: Date, { zone }: WorkingCalendar): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
  return Math.floor((instant.getTime() + offsetNanoseconds / 1_000_000) / day)
}

function isoDate(at: number): string {
  return new Date(at * day).toISOString().slice(0, 10)
}

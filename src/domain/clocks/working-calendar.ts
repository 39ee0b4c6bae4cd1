import { Temporal } from 'temporal-polyfill'
import { done, type Result, refuse } from '../shared/result.ts'
import { nationalHolidays } from './holidays.ts'

/** Part of a day in civil time, `HH:MM`; half-open. */
export type Interval = { readonly from: string; readonly to: string }

/** When a body works: civil hours by ISO weekday (1 is Monday), national holidays, the patron's day (`MM-DD`), closures (ISO dates, half-open). */
export type WorkingCalendar = {
  readonly zone: string
  readonly weekly: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Interval[]>>
  readonly patron: string | null
  readonly closures: readonly { readonly from: string; readonly to: string }[]
}

/** How long something may take. */
export type Term = { readonly amount: number; readonly unit: 'working_hours' | 'working_days' }

export type CalendarRefusal = 'zone_unknown' | 'never_open' | 'interval_wrong'

type Span = { readonly from: number; readonly to: number }

const minute = 60_000
/** A calendar that is closed for years on end is a mistake, not a term. */
const longestSearch = 3 * 366

/** Checks a calendar before it is kept: a known zone, well-formed hours, at least one of them. */
export function checkCalendar(calendar: WorkingCalendar): Result<WorkingCalendar, CalendarRefusal> {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(calendar.zone)
  } catch {
    return refuse('zone_unknown')
  }
  const intervals = Object.values(calendar.weekly).flat()
  const time = /^([01]\d|2[0-3]):[0-5]\d$/
  if (intervals.some(({ from, to }) => !time.test(from) || !(time.test(to) || to === '24:00') || from >= to))
    return refuse('interval_wrong')
  return intervals.length === 0 ? refuse('never_open') : done(calendar)
}

/** Tells whether the body works on a civil date: it has hours, and it is no holiday, patron's day or closure. */
export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return hoursOf(date, calendar).length > 0
}

/** The instant by which something that starts now has to be done: hours count working minutes, days end with the last working hour of the day. */
export function dueAt(start: Date, term: Term, calendar: WorkingCalendar): Date {
  if (term.unit === 'working_hours') return addWorkingMinutes(start, term.amount * 60, calendar)
  return addWorkingDays(start, term.amount, calendar)
}

/** The end of the n-th working day after the day of the start. */
export function addWorkingDays(start: Date, days: number, calendar: WorkingCalendar): Date {
  let left = days
  for (const spans of workingDaysAfter(civilDateOf(start, calendar).add({ days: 1 }), calendar)) {
    left--
    const last = spans.at(-1)
    if (left <= 0 && last) return new Date(last.to)
  }
  throw new Error('the calendar has no working day in reach')
}

/** The instant at which so many working minutes have passed since the start. */
export function addWorkingMinutes(start: Date, minutes: number, calendar: WorkingCalendar): Date {
  let left = minutes * minute
  for (const spans of workingDaysAfter(civilDateOf(start, calendar), calendar)) {
    for (const { from, to } of spans) {
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
  const last = civilDateOf(to, calendar)
  for (let date = civilDateOf(from, calendar); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const span of spansOf(date, calendar)) {
      milliseconds += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()))
    }
  }
  return milliseconds / minute
}

function* workingDaysAfter(first: Temporal.PlainDate, calendar: WorkingCalendar): Generator<readonly Span[]> {
  let date = first
  for (let day = 0; day < longestSearch; day++) {
    const spans = spansOf(date, calendar)
    if (spans.length > 0) yield spans
    date = date.add({ days: 1 })
  }
}

/** Civil hours become instants here and nowhere else; an hour that the clocks skip moves forward. */
function spansOf(date: Temporal.PlainDate, calendar: WorkingCalendar): readonly Span[] {
  return hoursOf(date, calendar).map(({ from, to }) => ({
    from: instantOf(date, from, calendar),
    to: instantOf(date, to, calendar),
  }))
}

function instantOf(date: Temporal.PlainDate, time: string, calendar: WorkingCalendar): number {
  const [civil, plainTime] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time]
  return civil.toZonedDateTime({ timeZone: calendar.zone, plainTime: Temporal.PlainTime.from(plainTime) }).epochMilliseconds
}

function hoursOf(date: Temporal.PlainDate, { weekly, patron, closures }: WorkingCalendar): readonly Interval[] {
  const hours = weekly[date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7]
  if (hours.length === 0) return hours
  const iso = date.toString()
  if (holidaysOf(date.year).has(iso) || iso.slice(5) === patron) return []
  return closures.some(({ from, to }) => from <= iso && iso < to) ? [] : hours
}

const knownYears = new Map<number, ReadonlySet<string>>()

function holidaysOf(year: number): ReadonlySet<string> {
  const known = knownYears.get(year) ?? new Set(nationalHolidays(year))
  knownYears.set(year, known)
  return known
}

function civilDateOf(instant: Date, { zone }: WorkingCalendar): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate()
}

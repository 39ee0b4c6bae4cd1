import { Temporal } from 'temporal-polyfill'
import { done, type Result, refuse } from '../shared/result.ts'
import type { WeeklyHours, WorkingCalendar } from './working-calendar.ts'

export type CalendarRefusal = 'zone_unknown' | 'never_open' | 'interval_wrong' | 'patron_wrong' | 'closure_wrong'

const longestClosure = 366

/** Checks a calendar before it is kept: a known zone, hours in order that do not overlap, at least one of them, real dates, no closure over a year. */
export function checkCalendar(calendar: WorkingCalendar): Result<WorkingCalendar, CalendarRefusal> {
  const { zone, weekly, patron, closures } = calendar
  if (!isZone(zone)) return refuse('zone_unknown')
  const wrong = wrongDay(weekly)
  if (wrong) return refuse('interval_wrong', `day-${wrong}`)
  if (Object.values(weekly).every((hours) => hours.length === 0)) return refuse('never_open')
  // A leap year, so that 29 February may be somebody's feast.
  if (patron !== null && daysSinceEpoch(`2024-${patron}`) === null) return refuse('patron_wrong')
  return closures.every(isClosure) ? done(calendar) : refuse('closure_wrong')
}

/** The first weekday whose hours are no hours, or overlap, or are out of order. */
export function wrongDay(weekly: WeeklyHours): string | undefined {
  return Object.entries(weekly).find(([, hours]) => !isDay(hours))?.[0]
}

function isZone(zone: string): boolean {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone)
    return true
  } catch {
    return false
  }
}

function isDay(hours: WeeklyHours[1]): boolean {
  const time = /^([01]\d|2[0-3]):[0-5]\d$/
  return hours.every(({ from, to }, at) => {
    const ordered = from < to && (hours[at - 1]?.to ?? '00:00') <= from
    return ordered && time.test(from) && (time.test(to) || to === '24:00')
  })
}

function isClosure({ from, to }: WorkingCalendar['closures'][number]): boolean {
  const [first, end] = [daysSinceEpoch(from), daysSinceEpoch(to)]
  return first !== null && end !== null && first < end && end - first <= longestClosure
}

function daysSinceEpoch(date: string): number | null {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date ? at / 86_400_000 : null
}

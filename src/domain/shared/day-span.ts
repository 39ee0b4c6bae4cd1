import { Temporal } from 'temporal-polyfill'

const iso = /^\d{4}-\d{2}-\d{2}$/

/** The instant at which a civil day (ISO) begins in a zone: not always midnight, nor always 24 hours before the next. */
export function startOfDay(date: string, zone: string): Date {
  const { epochMilliseconds } = Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
  return new Date(epochMilliseconds)
}

/** The instant at which the civil day after this one begins. */
export function endOfDay(date: string, zone: string): Date {
  return startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), zone)
}

/** The instant of a civil moment as forms give it, `2026-05-11T09:00`; null where it is none. An hour that the clocks skip moves forward. */
export function instantOf(moment: string, zone: string): Date | null {
  const [date = '', time = ''] = moment.split('T')
  if (!isCivilDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const { epochMilliseconds } = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone)
  return new Date(epochMilliseconds)
}

/** The civil day before this one. */
export function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
}

/** The civil date (ISO) so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The civil date (ISO) of the Monday of the week in which a civil date falls. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** Tells whether a text is a civil date (ISO) that the calendar knows and people live in. */
export function isCivilDate(text: string): boolean {
  if (!iso.test(text) || text < '1900-01-01') return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

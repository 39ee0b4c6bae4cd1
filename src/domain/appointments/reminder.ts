import { spansOn } from '../clocks/working-calendar.ts'
import { civilDate } from '../shared/civil-date.ts'
import { dayBefore } from '../shared/day-span.ts'

/** Whoever comes is reminded at nine in the morning of the civil day before. */
export function reminderAt(from: Date, zone: string): Date {
  const [span] = spansOn(dayBefore(civilDate(from, zone)), [{ from: '09:00', to: '24:00' }], zone)
  return new Date(span?.from ?? from)
}

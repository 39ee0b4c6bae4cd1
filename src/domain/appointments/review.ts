import type { WorkingCalendar } from '../clocks/working-calendar.ts'
import { civilDate } from '../shared/civil-date.ts'
import type { Appointment, AppointmentId } from './appointment.ts'
import type { BookingCalendar } from './booking-calendar.ts'
import { openOn, type Taken } from './slots.ts'

/** How an appointment stands when hours, closures, seats or blocks change. */
export type Standing = 'stays' | 'needs_other_seat' | 'closed'

/** Whoever changes when people are received goes on only once everybody who loses their time by it was shown to them. */
export function wereShown(upset: readonly Pick<Appointment, 'id'>[], shown: readonly AppointmentId[]): boolean {
  const known = new Set(shown)
  return upset.every(({ id }) => known.has(id))
}

/** An appointment stays where its seat is there and open for all of it; where only the seat is not, another may be free at the same time. */
export function standingOf(
  { seat, from, to }: Pick<Appointment, 'seat' | 'from' | 'to'>,
  { calendar, body }: { readonly calendar: BookingCalendar; readonly body: WorkingCalendar },
  blocks: readonly Taken[],
): Standing {
  const isOpen = openOn(calendar, body, civilDate(from, body.zone)).some(
    (span) => span.from <= from.getTime() && to.getTime() <= span.to,
  )
  if (!isOpen) return 'closed'
  const blocked = blocks.some((block) => (block.seat ?? seat) === seat && block.from < to && block.to > from)
  return blocked || seat > calendar.seats ? 'needs_other_seat' : 'stays'
}

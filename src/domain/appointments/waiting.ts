import type { WorkingCalendar } from '../clocks/working-calendar.ts'
import { civilDate } from '../shared/civil-date.ts'
import { endOfDay, isCivilDate, startOfDay } from '../shared/day-span.ts'
import type { AuthorId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { WaitingId } from './appointment.ts'
import type { BookingCalendar, CalendarId } from './booking-calendar.ts'
import { bookableSpan, type Slot, slotsOf, type Taken } from './slots.ts'

export type WaitingState = 'waiting' | 'offered' | 'booked' | 'left'

/** Who waits for a seat on one of some days (ISO, both included). */
export type Waiting = {
  readonly id: WaitingId
  readonly calendar: CalendarId
  readonly reason: string
  readonly firstDay: string
  readonly lastDay: string
  readonly contact: AuthorId
  readonly state: WaitingState
}

type Days = Pick<Waiting, 'firstDay' | 'lastDay'>

/** People wait for days that are real, in order, and can be booked today. */
export function checkDays(
  { firstDay, lastDay }: Days,
  calendar: BookingCalendar,
  zone: string,
  now: Date,
): Result<null, 'days_wrong'> {
  if (!isCivilDate(firstDay) || !isCivilDate(lastDay) || lastDay < firstDay) return refuse('days_wrong')
  const bookable = bookableSpan(calendar, zone, now, 'citizen')
  const reached = endOfDay(lastDay, zone) > bookable.from && startOfDay(firstDay, zone) < bookable.to
  return reached ? done(null) : refuse('days_wrong')
}

/** The freed time, and all that stands otherwise. */
export type Freed = {
  readonly calendar: BookingCalendar
  readonly body: WorkingCalendar
  readonly from: Date
  readonly to: Date
  readonly taken: readonly Taken[]
  readonly now: Date
}

/** The first in line who can use a freed seat, with the slot that it gives them; nobody, where it fits nobody. */
export function nextInLine(line: readonly Waiting[], freed: Freed): { readonly waiting: Waiting; readonly slot: Slot } | null {
  const { calendar, body, now } = freed
  const { zone } = body
  for (const waiting of line) {
    const reason = calendar.reasons.find(({ code }) => code === waiting.reason)
    if (!reason) continue
    const search = {
      ...{ calendar, body, reason, now },
      from: startOfDay(civilDate(freed.from, zone), zone),
      to: freed.to,
      seeker: 'citizen',
    } as const
    const slot = slotsOf(search, freed.taken).find(({ from, to }) => to > freed.from && isWithin(civilDate(from, zone), waiting))
    if (slot) return { waiting, slot }
  }
  return null
}

function isWithin(date: string, { firstDay, lastDay }: Days): boolean {
  return firstDay <= date && date <= lastDay
}

import { addWorkingMinutes, type WorkingCalendar, workingMinutesBetween } from './working-calendar.ts'

/** A term that runs or stands still: it stands still while the author is asked. */
export type Clock = { readonly due: Date; readonly pausedAt: Date | null }

/** A time, half-open, in which a term stood still. */
export type Pause = { readonly from: Date; readonly to: Date }

/** How a term stands: fine, four fifths used, over, three times over, or standing still. */
export type TermState = 'on_time' | 'warned' | 'late' | 'very_late' | 'paused'

const warnedFrom = 0.8
const veryLateFrom = 3

/** Lets a clock that stood still run again: the working time that was left at the pause is left now; a term that was over stays over. */
export function resume(clock: Clock, now: Date, calendar: WorkingCalendar): Clock {
  if (clock.pausedAt === null) return clock
  if (clock.due <= clock.pausedAt) return { due: clock.due, pausedAt: null }
  const left = workingMinutesBetween(clock.pausedAt, clock.due, calendar)
  return { due: addWorkingMinutes(now, left, calendar), pausedAt: null }
}

/** How a term that began at the start stands now, in working time of the body's calendar; its past pauses belong neither to the term nor to what is used of it. */
export function termState(
  clock: Clock,
  start: Date,
  now: Date,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): TermState {
  if (clock.pausedAt !== null) return 'paused'
  const whole = runningMinutes(start, clock.due, pauses, calendar)
  const used = runningMinutes(start, now, pauses, calendar)
  if (now > clock.due) return used >= whole * veryLateFrom ? 'very_late' : 'late'
  return used >= whole * warnedFrom ? 'warned' : 'on_time'
}

/** The instants at which a term passes from one state to the next. */
export type TermMarks = { readonly warned: Date; readonly late: Date; readonly veryLate: Date }

/** When a term that began at the start is warned of, over, and three times over, in working time without its past pauses. */
export function termMarks(due: Date, start: Date, calendar: WorkingCalendar, pauses: readonly Pause[] = []): TermMarks {
  const whole = runningMinutes(start, due, pauses, calendar)
  const stood = workingMinutesBetween(start, due, calendar) - whole
  const warned = addWorkingMinutes(start, whole * warnedFrom + stood, calendar)
  return {
    warned: warned > due ? due : warned,
    late: new Date(due.getTime() + 1),
    veryLate: addWorkingMinutes(start, Math.max(whole, 1) * veryLateFrom + stood, calendar),
  }
}

function runningMinutes(start: Date, end: Date, pauses: readonly Pause[], calendar: WorkingCalendar): number {
  const stood = pauses.map(({ from, to }) => workingMinutesBetween(from < start ? start : from, to > end ? end : to, calendar))
  return stood.reduce((left, minutes) => left - minutes, workingMinutesBetween(start, end, calendar))
}

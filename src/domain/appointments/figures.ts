import { type AgendaDay, cellsOf } from './agenda.ts'
import type { Appointment } from './appointment.ts'

/** How many come, came and did not come, how many cancelled, and how much time is left to be booked, in milliseconds. */
export type AgendaFigures = {
  readonly booked: number
  readonly arrived: number
  readonly no_show: number
  readonly cancelled: number
  readonly free: number
}

/** Whether somebody has the seat: not while it is only held or offered, nor once it was given back. */
export function isTaken({ state }: Pick<Appointment, 'state'>): boolean {
  return state !== 'held' && state !== 'cancelled'
}

/** The figures of what is shown: whoever is served has arrived, what was only offered was never cancelled, and time that is over is free no more. */
export function figuresOf(
  {
    appointments,
    days,
    seat,
  }: { readonly appointments: readonly Appointment[]; readonly days: readonly AgendaDay[]; readonly seat: number | null },
  now: Date,
): AgendaFigures {
  const own = appointments.filter((one) => seat === null || one.seat === seat)
  const count = (...states: readonly Appointment['state'][]) => own.filter(({ state }) => states.includes(state)).length
  const free = days.flatMap(cellsOf).filter((cell) => cell.kind === 'free' && (seat === null || cell.seat === seat))
  return {
    booked: own.filter(isTaken).length,
    arrived: count('checked_in', 'done'),
    no_show: count('no_show'),
    cancelled: own.filter(({ state, bookedAt }) => state === 'cancelled' && bookedAt !== null).length,
    free: free.reduce((sum, { from, to }) => sum + Math.max(0, to.getTime() - Math.max(from.getTime(), now.getTime())), 0),
  }
}

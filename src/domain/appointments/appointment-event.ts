import type { Id } from '../shared/id.ts'
import type { Appointment } from './appointment.ts'

export type AppointmentEventId = Id<'appointment-event'>

/** What may happen to an appointment. */
export type AppointmentEventKind =
  | 'booked'
  | 'moved'
  /** Another seat at the same time; nobody has to know. */
  | 'reseated'
  | 'cancelled'
  | 'reminded'
  /** The body cannot receive at that time any more. */
  | 'disrupted'
  /** The same time, elsewhere. */
  | 'relocated'
  /** How it was, the day after. */
  | 'rating_asked'
  /** A freed seat is offered to whoever waits. */
  | 'offered'
  | 'offer_ended'
  | 'checked_in'
  | 'no_show'
  | 'done'

/** What the person who comes is written of. */
export type ToldKind = (typeof told)[number]

const told = [
  'booked',
  'moved',
  'cancelled',
  'reminded',
  'disrupted',
  'relocated',
  'rating_asked',
  'offered',
] as const satisfies readonly AppointmentEventKind[]

/** Tells whether a letter follows an event. */
export function isTold(kind: AppointmentEventKind): kind is ToldKind {
  return told.some((one) => one === kind)
}

/** A letter that comes late says nothing that was overtaken: a later one says how it is now. `from` is when the appointment was by then. */
export function isStillSo(
  { kind, from }: { readonly kind: ToldKind; readonly from: Date },
  appointment: Pick<Appointment, 'state' | 'from'>,
): boolean {
  if (kind === 'cancelled') return appointment.state === 'cancelled'
  if (kind === 'offered') return appointment.state === 'held'
  if (kind === 'rating_asked') return appointment.state === 'checked_in' || appointment.state === 'done'
  return appointment.state !== 'cancelled' && from.getTime() === appointment.from.getTime()
}

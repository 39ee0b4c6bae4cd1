import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { type Reason, seatTime } from '#domain/appointments/booking-calendar.ts'
import { freeSeat, isSlot, type Seeker } from '#domain/appointments/slots.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Tx } from '../database.ts'
import type { BookingRules } from './calendars.ts'
import { dropOldHolds } from './holds.ts'
import { takenIn } from './taken.ts'

/** A seat from one instant to another, and until when it is not free again. */
export type Seat = { readonly seat: number; readonly from: Date; readonly to: Date; readonly seatUntil: Date }

export type SeatRefusal = 'slot_not_offered' | 'slot_taken'

type Wanted = {
  readonly reason: Reason
  readonly from: Date
  readonly seeker: Seeker
  /** Whose own seat does not stand in the way. */
  readonly own: AppointmentId | null
}

/** Finds the seat that a slot has left, under the lock of its calendar: a slot that there is not, or that went to somebody else, is refused. */
export async function takeSeat(
  tx: Tx,
  { calendar, body }: BookingRules,
  { reason, from, seeker, own }: Wanted,
  now: Date,
): Promise<Result<Seat, SeatRefusal>> {
  if (!isSlot({ calendar, body, reason, now, seeker }, from)) return refuse('slot_not_offered')
  await dropOldHolds(tx, calendar.id, now)
  const to = new Date(from.getTime() + reason.minutes * 60_000)
  const seatUntil = new Date(from.getTime() + seatTime(reason))
  const taken = await takenIn(tx, { calendars: [calendar.id], from, to: seatUntil, now, but: own })
  const seat = freeSeat(calendar.seats, { from, to: seatUntil }, taken.get(calendar.id) ?? [])
  return seat === null ? refuse('slot_taken') : done({ seat, from, to, seatUntil })
}

import { type Appointment, type AppointmentId, holdEnd, holdTime } from '#domain/appointments/appointment.ts'
import type { CalendarId, Reason } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findAppointmentByKey, saveAppointment } from '#server/storage/appointments/appointments.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { type Seat, type SeatRefusal, takeSeat } from '#server/storage/appointments/take-seat.ts'
import type { Tx } from '#server/storage/database.ts'
import type { World } from '#server/world.ts'

export type HoldSlot = {
  /** Made by the client (UUID): whoever chooses another slot under it holds that one instead. */
  readonly key: string
  readonly calendar: CalendarId
  readonly reason: string
  readonly from: Date
}

/** A slot that is kept for somebody while they say who they are. */
export type Held = {
  readonly appointment: AppointmentId
  readonly from: Date
  readonly to: Date
  readonly until: Date
  readonly extensionsLeft: number
}

export type HoldRefusal = SeatRefusal | 'no_such_calendar' | 'no_such_reason' | 'booked_already'

/** Keeps a slot for ten minutes; the one held before under the same key is let go only once the new one is there. */
export async function holdSlot(world: World, tenant: TenantId, ask: HoldSlot): Promise<Result<Held, HoldRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<Held, HoldRefusal>> => {
    const rules = await lockCalendar(tx, ask.calendar)
    if (!rules) return refuse('no_such_calendar')
    const reason = rules.calendar.reasons.find(({ code }) => code === ask.reason)
    if (!reason) return refuse('no_such_reason')
    const known = await findAppointmentByKey(tx, ask.key)
    if (known && (known.state !== 'held' || known.waiting !== null)) return refuse('booked_already')
    const wanted = { reason, from: ask.from, seeker: 'citizen', own: known?.id ?? null } as const
    const seat = await takeSeat(tx, rules, wanted, world.now())
    if (!seat.ok) return seat
    return done(await hold(world, tx, ask, { reason, seat: seat.value, known }))
  })
}

type Found = { readonly reason: Reason; readonly seat: Seat; readonly known: Appointment | null }

async function hold(world: World, tx: Tx, { key, calendar }: HoldSlot, { reason, seat, known }: Found): Promise<Held> {
  const appointment: Appointment = {
    ...{ state: 'held', code: null, extensions: known?.extensions ?? 0, contact: null, details: '', channel: 'web' },
    ...{ waiting: null, disrupted: false, moves: 0, bookedAt: null },
    ...{ id: known?.id ?? world.newId(), key, calendar, reason: reason.code, ...seat },
    holdUntil: holdEnd(world.now()),
  }
  await saveAppointment(tx, appointment, world.now())
  return heldOf(appointment)
}

function heldOf({ id, from, to, holdUntil, extensions }: Appointment): Held {
  return { appointment: id, from, to, until: holdUntil ?? from, extensionsLeft: holdTime.extensions - extensions }
}

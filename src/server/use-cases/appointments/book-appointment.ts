import {
  type Appointment,
  type AppointmentActor,
  type AppointmentChannel,
  type Booked,
  checkGuest,
  type Guest,
  type GuestRefusal,
  mayServe,
} from '#domain/appointments/appointment.ts'
import type { CalendarId, Reason } from '#domain/appointments/booking-calendar.ts'
import type { AuthorId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { randomCode } from '#server/gateways/secrets.ts'
import { findAppointmentByKey, saveAppointment } from '#server/storage/appointments/appointments.ts'
import { type BookingRules, lockCalendar } from '#server/storage/appointments/calendars.ts'
import { remindLater } from '#server/storage/appointments/change-appointment.ts'
import { recordAppointment } from '#server/storage/appointments/events.ts'
import { stillStands } from '#server/storage/appointments/review-appointments.ts'
import { type Seat, type SeatRefusal, takeSeat } from '#server/storage/appointments/take-seat.ts'
import { insertAuthor } from '#server/storage/authors.ts'
import type { Tx } from '#server/storage/database.ts'
import type { World } from '#server/world.ts'

export type BookAppointment = {
  /** The key of the hold; without one, made by the client. */
  readonly key: string
  readonly calendar: CalendarId
  readonly reason: string
  readonly from: Date
  readonly guest: Guest
  readonly details: string
  readonly channel: AppointmentChannel
  readonly by: AppointmentActor
}

export type BookRefusal = SeatRefusal | GuestRefusal | 'not_yours' | 'no_such_calendar' | 'no_such_reason' | 'booked_already'

/**
 * Books the slot that is held under the key, or one that is still free, once: the same key again gives the first appointment back. Its
 * confirmation and its reminder are asked for in the same transaction.
 */
export async function bookAppointment(
  world: World,
  tenant: TenantId,
  ask: BookAppointment,
): Promise<Result<Booked, BookRefusal>> {
  const [wrong] = checkGuest(ask.guest, ask.details, ask.channel)
  if (wrong !== undefined) return refuse(wrong)
  return world.transaction(tenant, async (tx): Promise<Result<Booked, BookRefusal>> => {
    const rules = await lockCalendar(tx, ask.calendar)
    if (!rules) return refuse('no_such_calendar')
    if (ask.by.kind === 'staff' && !mayServe(ask.by, rules.calendar.office)) return refuse('not_yours')
    const known = await findAppointmentByKey(tx, ask.key)
    if (known && known.state !== 'held') return bookedBefore(known)
    const reason = rules.calendar.reasons.find(({ code }) => code === ask.reason)
    if (!reason) return refuse('no_such_reason')
    const seat = await seatOf(tx, rules, ask, { known, reason }, world.now())
    if (!seat.ok) return seat
    return done(await book(world, tx, rules, ask, { known, seat: seat.value }))
  })
}

function bookedBefore({ id, state, code }: Appointment): Result<Booked, 'booked_already'> {
  if (state === 'cancelled' || code === null) return refuse('booked_already')
  return done({ appointment: id, code, repeated: true })
}

type Found = { readonly known: Appointment | null; readonly reason: Reason }

/** What is held is theirs even where its time is over and nobody else came, as long as somebody is received there. */
async function seatOf(
  tx: Tx,
  rules: BookingRules,
  { calendar, from, by }: BookAppointment,
  { known, reason }: Found,
  now: Date,
): Promise<Result<Seat, SeatRefusal>> {
  const isHeld = known?.calendar === calendar && known.reason === reason.code && known.from.getTime() === from.getTime()
  if (isHeld && from > now && (await stillStands(tx, rules, known))) return done(known)
  const seeker = by.kind === 'staff' ? 'staff' : 'citizen'
  return takeSeat(tx, rules, { reason, from, seeker, own: known?.id ?? null }, now)
}

async function book(
  world: World,
  tx: Tx,
  rules: BookingRules,
  ask: BookAppointment,
  { known, seat: { seat, from, to, seatUntil } }: { readonly known: Appointment | null; readonly seat: Seat },
): Promise<Booked> {
  const { key, calendar, reason, channel, by } = ask
  const [now, code, contact] = [world.now(), randomCode(), world.newId() as AuthorId]
  await insertAuthor(tx, contact, trimmed(ask.guest))
  const appointment: Appointment = {
    ...{ id: known?.id ?? world.newId(), key, calendar, reason, seat, from, to, seatUntil },
    ...{ state: 'booked', code, holdUntil: null, extensions: known?.extensions ?? 0, contact, channel },
    ...{ details: ask.details.trim(), waiting: null, disrupted: false, moves: 0, bookedAt: now },
  }
  await saveAppointment(tx, appointment, now)
  await recordAppointment(world, tx, { appointment, kind: 'booked', by })
  await remindLater(tx, appointment, rules, now)
  return { appointment: appointment.id, code, repeated: false }
}

function trimmed({ firstName, lastName, email, phone, locale }: Guest): Guest {
  const plain = (text: string | null) => text?.trim() || null
  return { firstName: plain(firstName), lastName: plain(lastName), email: plain(email), phone: plain(phone), locale }
}

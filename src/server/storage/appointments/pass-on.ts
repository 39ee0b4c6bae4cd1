import { type Appointment, offerEnd } from '#domain/appointments/appointment.ts'
import { seatTime } from '#domain/appointments/booking-calendar.ts'
import { nextInLine } from '#domain/appointments/waiting.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { endOfDay, startOfDay } from '#domain/shared/day-span.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Tx } from '../database.ts'
import { saveAppointment } from './appointments.ts'
import type { BookingRules } from './calendars.ts'
import { recordAppointment } from './events.ts'
import { takenIn } from './taken.ts'
import { listLine, saveWaitingState } from './waiting.ts'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/**
 * Time that became free is held for the next in line before anybody else can see it, and they are written to; what nobody in line can
 * use is everybody's. Under the lock of the calendar.
 */
export async function passOn(
  world: Maker,
  tx: Tx,
  { calendar, body }: BookingRules,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<void> {
  const now = world.now()
  if (to <= now) return
  const line = [...(await listLine(tx, { calendar: calendar.id, from, to }))]
  const days = { from: startOfDay(civilDate(from, body.zone), body.zone), to: endOfDay(civilDate(to, body.zone), body.zone) }
  while (line.length > 0) {
    const taken = (await takenIn(tx, { calendars: [calendar.id], ...days, now })).get(calendar.id) ?? []
    const next = nextInLine(line, { calendar, body, from, to, taken, now })
    if (!next) return
    const { waiting, slot } = next
    line.splice(line.indexOf(waiting), 1)
    const reason = calendar.reasons.find(({ code }) => code === waiting.reason)
    const appointment: Appointment = {
      ...slot,
      ...{ id: world.newId(), key: world.newId<'key'>(), calendar: calendar.id, reason: waiting.reason },
      seatUntil: new Date(slot.from.getTime() + seatTime(reason ?? { minutes: 0, buffer: 0 })),
      ...{ state: 'held', code: null, holdUntil: offerEnd(slot.from, now), extensions: 0 },
      ...{
        contact: waiting.contact,
        details: '',
        channel: 'web',
        waiting: waiting.id,
        disrupted: false,
        moves: 0,
        bookedAt: null,
      },
    }
    await saveAppointment(tx, appointment, now)
    await saveWaitingState(tx, waiting.id, 'offered')
    await recordAppointment(world, tx, { appointment, kind: 'offered', by: { kind: 'system' } })
  }
}

/** An offer that was declined or ran out: whoever got it waits on for another time, and the seat goes to the next. */
export async function endOffer(world: Maker, tx: Tx, rules: BookingRules, offer: Appointment): Promise<void> {
  const appointment: Appointment = { ...offer, state: 'cancelled', holdUntil: null }
  await saveAppointment(tx, appointment, world.now())
  if (offer.waiting !== null) await saveWaitingState(tx, offer.waiting, 'waiting')
  await recordAppointment(world, tx, { appointment, kind: 'offer_ended', by: { kind: 'system' } })
  await passOn(world, tx, rules, { from: offer.from, to: offer.seatUntil })
}

import type { Appointment, AppointmentId } from '#domain/appointments/appointment.ts'
import type { Block } from '#domain/appointments/block.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { standingOf } from '#domain/appointments/review.ts'
import { freeSeat, type Taken } from '#domain/appointments/slots.ts'
import type { WorkingCalendar } from '#domain/clocks/working-calendar.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'
import { listAppointments, saveAppointment } from './appointments.ts'
import { listBlocks } from './blocks.ts'
import { type BookingRules, readCalendars } from './calendars.ts'
import { recordAppointment } from './events.ts'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** Further ahead nobody can have booked, in milliseconds. */
const horizon = 2 * 366 * 86_400_000

/** Those in one calendar who could not be received. */
export type UpsetIn = { readonly calendar: BookingCalendar; readonly appointments: readonly Appointment[] }

/** An appointment that does not stay as it is: it gets another seat, or the person has to choose again where there is none. */
type Upset = { readonly appointment: Appointment; readonly seat: number | null }

/**
 * What changed hours, closures, seats and blocks do to those who are booked: another seat at the same time where there is one, else they
 * are written to once and stay booked until they move or cancel. Tells who they are. Under the lock of the calendar.
 */
export async function reviewAppointments(world: Maker, tx: Tx, rules: BookingRules): Promise<readonly AppointmentId[]> {
  const now = world.now()
  const { upset, mended } = await whatIsUpset(tx, rules, now)
  for (const appointment of mended) await saveAppointment(tx, { ...appointment, disrupted: false }, now)
  for (const { appointment, seat } of upset) {
    if (seat === null && appointment.disrupted) continue
    const changed: Appointment = { ...appointment, seat: seat ?? appointment.seat, disrupted: seat === null }
    await saveAppointment(tx, changed, now)
    const kind = seat === null ? 'disrupted' : 'reseated'
    await recordAppointment(world, tx, { appointment: changed, kind, by: { kind: 'system' } })
  }
  return upset.filter(({ seat }) => seat === null).map(({ appointment }) => appointment.id)
}

/** Whether somebody could still be received in the seat that is kept for them: hours may have been closed or blocked since. */
export async function stillStands(reader: Reader, rules: BookingRules, kept: Appointment): Promise<boolean> {
  const blocks = await listBlocks(reader, { calendars: [rules.calendar.id], from: kept.from, to: kept.seatUntil })
  return standingOf(kept, rules, blocks) === 'stays'
}

/** Whoever could not be received under some rules, and was not told so before. */
export async function whoIsUpset(reader: Reader, rules: BookingRules, now: Date): Promise<readonly Appointment[]> {
  const { upset } = await whatIsUpset(reader, rules, now)
  return upset.flatMap(({ appointment, seat }) => (seat === null && !appointment.disrupted ? [appointment] : []))
}

/** The same in every calendar of the body where anybody would be, if the body worked at other times. */
export async function whoIsUpsetByBody(reader: Reader, body: WorkingCalendar, now: Date): Promise<readonly UpsetIn[]> {
  const upset: UpsetIn[] = []
  for (const calendar of await readCalendars(reader)) {
    const appointments = await whoIsUpset(reader, { calendar, body }, now)
    if (appointments.length > 0) upset.push({ calendar, appointments })
  }
  return upset
}

/** Which appointments do not stay under some rules, with more hours blocked perhaps, and which that were upset are well again. */
export async function whatIsUpset(
  reader: Reader,
  { calendar, body }: BookingRules,
  now: Date,
  more: readonly Block[] = [],
): Promise<{ readonly upset: readonly Upset[]; readonly mended: readonly Appointment[] }> {
  const all = { calendars: [calendar.id], from: now, to: new Date(now.getTime() + horizon) }
  const blocks = [...(await listBlocks(reader, all)), ...more]
  const seated = new Map(
    (await listAppointments(reader, all))
      .filter(({ state }) => state !== 'cancelled')
      .map((appointment): [AppointmentId, Appointment] => [appointment.id, appointment]),
  )
  const upset: Upset[] = []
  const mended: Appointment[] = []
  for (const appointment of [...seated.values()].filter(({ state }) => state === 'booked')) {
    const standing = standingOf(appointment, { calendar, body }, blocks)
    if (standing === 'stays' && appointment.disrupted) mended.push(appointment)
    if (standing === 'stays') continue
    const others = [...seated.values()].filter(({ id }) => id !== appointment.id).map(asTaken)
    const span = { from: appointment.from, to: appointment.seatUntil }
    const seat = standing === 'closed' ? null : freeSeat(calendar.seats, span, [...blocks, ...others])
    upset.push({ appointment, seat })
    if (seat !== null) seated.set(appointment.id, { ...appointment, seat })
  }
  return { upset, mended }
}

function asTaken({ seat, from, seatUntil }: Appointment): Taken {
  return { seat, from, to: seatUntil }
}

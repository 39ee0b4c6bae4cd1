import {
  type Appointment,
  type AppointmentActor,
  type AppointmentId,
  type ChangeRefusal,
  mayChange,
} from '#domain/appointments/appointment.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { saveAppointment } from '#server/storage/appointments/appointments.ts'
import { lockAppointment, remindLater } from '#server/storage/appointments/change-appointment.ts'
import { recordAppointment } from '#server/storage/appointments/events.ts'
import { passOn } from '#server/storage/appointments/pass-on.ts'
import { type SeatRefusal, takeSeat } from '#server/storage/appointments/take-seat.ts'
import type { World } from '#server/world.ts'

export type MoveAppointment = { readonly appointment: AppointmentId; readonly from: Date; readonly by: AppointmentActor }

export type MoveRefusal = ChangeRefusal | SeatRefusal | 'no_such_appointment' | 'no_such_reason' | 'same_slot'

/** Moves an appointment to another slot for the same reason: the old seat is given up only with the new one, in one step. */
export async function moveAppointment(
  world: World,
  tenant: TenantId,
  { appointment: id, from, by }: MoveAppointment,
): Promise<Result<null, MoveRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, MoveRefusal>> => {
    const [locked, now] = [await lockAppointment(tx, id), world.now()]
    if (!locked) return refuse('no_such_appointment')
    const { appointment, ...rules } = locked
    const allowed = mayChange(appointment, rules.calendar, by, now)
    if (!allowed.ok) return allowed
    if (appointment.from.getTime() === from.getTime()) return refuse('same_slot')
    const reason = rules.calendar.reasons.find(({ code }) => code === appointment.reason)
    if (!reason) return refuse('no_such_reason')
    const seeker = by.kind === 'staff' ? 'staff' : 'citizen'
    const seat = await takeSeat(tx, rules, { reason, from, seeker, own: appointment.id }, now)
    if (!seat.ok) return seat
    const moved: Appointment = { ...appointment, ...seat.value, disrupted: false, moves: appointment.moves + 1 }
    await saveAppointment(tx, moved, now)
    await recordAppointment(world, tx, { appointment: moved, kind: 'moved', by, before: appointment.from })
    await remindLater(tx, moved, rules, now)
    await passOn(world, tx, rules, { from: appointment.from, to: appointment.seatUntil })
    return done(null)
  })
}

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
import { lockAppointment } from '#server/storage/appointments/change-appointment.ts'
import { recordAppointment } from '#server/storage/appointments/events.ts'
import { endOffer, passOn } from '#server/storage/appointments/pass-on.ts'
import type { World } from '#server/world.ts'

export type CancelAppointment = { readonly appointment: AppointmentId; readonly by: AppointmentActor }

export type CancelRefusal = ChangeRefusal | 'no_such_appointment'

/** Gives a seat back, and on to whoever waits for it; a seat that was only offered is declined at any time. */
export async function cancelAppointment(
  world: World,
  tenant: TenantId,
  { appointment: id, by }: CancelAppointment,
): Promise<Result<null, CancelRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, CancelRefusal>> => {
    const locked = await lockAppointment(tx, id)
    if (!locked) return refuse('no_such_appointment')
    const { appointment, ...rules } = locked
    if (by.kind === 'guest' && appointment.state === 'held' && appointment.waiting !== null) {
      await endOffer(world, tx, rules, appointment)
      return done(null)
    }
    const allowed = mayChange(appointment, rules.calendar, by, world.now())
    if (!allowed.ok) return allowed
    const cancelled: Appointment = { ...appointment, state: 'cancelled', disrupted: false }
    await saveAppointment(tx, cancelled, world.now())
    await recordAppointment(world, tx, { appointment: cancelled, kind: 'cancelled', by })
    await passOn(world, tx, rules, { from: appointment.from, to: appointment.seatUntil })
    return done(null)
  })
}

import {
  type Appointment,
  type AppointmentId,
  decideVisit,
  type Visit,
  type VisitRefusal,
} from '#domain/appointments/appointment.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { saveAppointment } from '#server/storage/appointments/appointments.ts'
import { askRatingLater, lockAppointment } from '#server/storage/appointments/change-appointment.ts'
import { recordAppointment } from '#server/storage/appointments/events.ts'
import type { World } from '#server/world.ts'

export type RecordVisit = { readonly appointment: AppointmentId; readonly visit: Visit; readonly by: Staff }

export type RecordVisitRefusal = VisitRefusal | 'no_such_appointment'

/** Staff write down that somebody is there, did not come, or is done; whoever came is asked the day after how it went. */
export async function recordVisit(
  world: World,
  tenant: TenantId,
  { appointment: id, visit, by }: RecordVisit,
): Promise<Result<null, RecordVisitRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, RecordVisitRefusal>> => {
    const locked = await lockAppointment(tx, id)
    if (!locked) return refuse('no_such_appointment')
    const { appointment, calendar } = locked
    const state = decideVisit(appointment, calendar, visit, by, world.now())
    if (!state.ok) return state
    const visited: Appointment = { ...appointment, state: state.value }
    await saveAppointment(tx, visited, world.now())
    await recordAppointment(world, tx, { appointment: visited, kind: visit, by })
    if (visit !== 'no_show') await askRatingLater(tx, visited, locked, world.now())
    return done(null)
  })
}

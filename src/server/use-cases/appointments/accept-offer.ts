import type { Appointment, AppointmentId, Booked } from '#domain/appointments/appointment.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { randomCode } from '#server/gateways/secrets.ts'
import { saveAppointment } from '#server/storage/appointments/appointments.ts'
import { lockAppointment, remindLater } from '#server/storage/appointments/change-appointment.ts'
import { recordAppointment } from '#server/storage/appointments/events.ts'
import { stillStands } from '#server/storage/appointments/review-appointments.ts'
import { saveWaitingState } from '#server/storage/appointments/waiting.ts'
import type { World } from '#server/world.ts'

/** Whoever waited takes the seat that they are offered, as long as it was not passed on, closed or blocked; pressed twice, it is one. */
export async function acceptOffer(
  world: World,
  tenant: TenantId,
  { appointment: id }: { readonly appointment: AppointmentId },
): Promise<Result<Booked, 'offer_gone'>> {
  return world.transaction(tenant, async (tx): Promise<Result<Booked, 'offer_gone'>> => {
    const [locked, now] = [await lockAppointment(tx, id), world.now()]
    if (locked?.appointment.waiting == null) return refuse('offer_gone')
    const { appointment, ...rules } = locked
    const { state, waiting, code: known, from } = appointment
    if (state !== 'held' && state !== 'cancelled' && known) return done({ appointment: id, code: known, repeated: true })
    if (state !== 'held' || from <= now || waiting === null) return refuse('offer_gone')
    if (!(await stillStands(tx, rules, appointment))) return refuse('offer_gone')
    const code = randomCode()
    const booked: Appointment = { ...appointment, state: 'booked', code, holdUntil: null, bookedAt: now }
    await saveAppointment(tx, booked, now)
    await saveWaitingState(tx, waiting, 'booked')
    await recordAppointment(world, tx, { appointment: booked, kind: 'booked', by: { kind: 'guest' } })
    await remindLater(tx, booked, rules, now)
    return done({ appointment: id, code, repeated: false })
  })
}

import { type AppointmentId, mayServe } from '#domain/appointments/appointment.ts'
import { type AppointmentEventId, isStillSo, isTold } from '#domain/appointments/appointment-event.ts'
import { isUnderWay } from '#domain/conversations/mail-state.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockAppointment } from '#server/storage/appointments/change-appointment.ts'
import { askForMailAgain, listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { readAuthor } from '#server/storage/authors.ts'
import type { World } from '#server/world.ts'

export type ResendAppointmentMail = {
  readonly appointment: AppointmentId
  readonly event: AppointmentEventId
  readonly by: Staff
}

export type ResendAppointmentMailRefusal =
  | 'no_such_appointment'
  | 'not_yours'
  | 'no_such_mail'
  | 'mail_under_way'
  | 'mail_overtaken'
  | 'guest_unreachable'

/** A letter to whoever comes is written anew and sent again, as long as what it tells is still so. */
export async function resendAppointmentMail(
  world: World,
  tenant: TenantId,
  ask: ResendAppointmentMail,
): Promise<Result<null, ResendAppointmentMailRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, ResendAppointmentMailRefusal>> => {
    const locked = await lockAppointment(tx, ask.appointment)
    if (!locked) return refuse('no_such_appointment')
    const { appointment, calendar } = locked
    if (!mayServe(ask.by, calendar.office)) return refuse('not_yours')
    const event = (await listAppointmentEvents(tx, appointment.id)).find(({ id }) => id === ask.event)
    if (!event || event.mail === null || !isTold(event.kind)) return refuse('no_such_mail')
    if (isUnderWay({ state: event.mail, at: event.at, claimedAt: null }, world.now())) return refuse('mail_under_way')
    if (!isStillSo({ kind: event.kind, from: event.from }, appointment)) return refuse('mail_overtaken')
    const guest = appointment.contact ? await readAuthor(tx, appointment.contact) : null
    if (!guest?.email) return refuse('guest_unreachable')
    await askForMailAgain(tx, event)
    return done(null)
  })
}

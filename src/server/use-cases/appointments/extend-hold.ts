import { extendHold as decideExtension, holdTime } from '#domain/appointments/appointment.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findAppointmentByKey, saveAppointment } from '#server/storage/appointments/appointments.ts'
import { lockAppointment } from '#server/storage/appointments/change-appointment.ts'
import type { World } from '#server/world.ts'

export type Extended = { readonly until: Date; readonly extensionsLeft: number }

export type ExtendHoldRefusal = 'hold_gone' | 'no_more_time'

/** Whoever needs more time for a slot that they hold gets ten minutes from now, ten times (WCAG 2.2.1). */
export async function extendHold(
  world: World,
  tenant: TenantId,
  { key }: { readonly key: string },
): Promise<Result<Extended, ExtendHoldRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<Extended, ExtendHoldRefusal>> => {
    const known = await findAppointmentByKey(tx, key)
    const locked = known && (await lockAppointment(tx, known.id))
    if (!locked) return refuse('hold_gone')
    const { appointment } = locked
    const until = decideExtension(appointment, world.now())
    if (!until.ok) return until
    const extensions = appointment.extensions + 1
    await saveAppointment(tx, { ...appointment, extensions, holdUntil: until.value }, world.now())
    return done({ until: until.value, extensionsLeft: holdTime.extensions - extensions })
  })
}

import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { reminderAt } from '#domain/appointments/reminder.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { lockAppointment } from '#server/storage/appointments/change-appointment.ts'
import { listAppointmentEvents, recordAppointment } from '#server/storage/appointments/events.ts'
import type { World } from '#server/world.ts'

/** Reminds whoever comes tomorrow, once; what was moved, cancelled or cannot be kept is not spoken of. */
export async function remindOfAppointment(
  world: World,
  tenant: TenantId,
  { appointment: id, from }: { readonly appointment: AppointmentId; readonly from: Date },
): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const locked = await lockAppointment(tx, id)
    if (!locked) return
    const { appointment, body } = locked
    const holds = appointment.state === 'booked' && !appointment.disrupted && appointment.from.getTime() === from.getTime()
    const now = world.now()
    if (!holds || from <= now || now < reminderAt(from, body.zone)) return
    const known = await listAppointmentEvents(tx, id)
    if (known.some((event) => event.kind === 'reminded' && event.from.getTime() === from.getTime())) return
    await recordAppointment(world, tx, { appointment, kind: 'reminded', by: { kind: 'system' } })
  })
}

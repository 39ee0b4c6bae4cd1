import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { isAskedToRate } from '#domain/appointments/reminder.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { lockAppointment } from '#server/storage/appointments/change-appointment.ts'
import { listAppointmentEvents, recordAppointment } from '#server/storage/appointments/events.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import type { World } from '#server/world.ts'

/** Asks whoever was received how it went, once, where the body wants to know; not whoever did not come or cancelled. */
export async function askForRating(world: World, tenant: TenantId, id: AppointmentId): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const locked = await lockAppointment(tx, id)
    const settings = await bodyStore.read(tx, tenant)
    if (!locked) return
    const { appointment } = locked
    const known = (await listAppointmentEvents(tx, id)).map(({ kind }) => kind)
    if (!isAskedToRate(appointment.state, known, settings?.ratingMails ?? 'on')) return
    await recordAppointment(world, tx, { appointment, kind: 'rating_asked', by: { kind: 'system' } })
  })
}

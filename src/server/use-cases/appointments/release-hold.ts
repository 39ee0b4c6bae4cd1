import type { TenantId } from '#domain/shared/id.ts'
import { findAppointmentByKey } from '#server/storage/appointments/appointments.ts'
import { deleteHold } from '#server/storage/appointments/holds.ts'
import type { World } from '#server/world.ts'

/** Whoever leaves lets go of the slot that they held; what is booked, or held no more, stays as it is. */
export async function releaseHold(world: World, tenant: TenantId, { key }: { readonly key: string }): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    const known = await findAppointmentByKey(tx, key)
    if (known?.state === 'held' && known.waiting === null) await deleteHold(tx, known.id)
  })
}

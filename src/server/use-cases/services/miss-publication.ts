import type { ServiceId } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { listAdministrators } from '#server/storage/accounts.ts'
import { readWrittenService, saveServiceSchedule } from '#server/storage/service-drafts.ts'
import { lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

/** A draft that could not be published when it was to be stays one: it says so, and whoever administers the body is told by mail. */
export async function missPublication(
  world: World,
  tenant: TenantId,
  { id, at }: { readonly id: ServiceId; readonly at: Date },
): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    await lockBody(tx)
    const service = await readWrittenService(tx, id)
    if (service?.publishAt?.getTime() !== at.getTime()) return
    await saveServiceSchedule(tx, id, { at: null, missedAt: at })
    for (const account of await listAdministrators(tx))
      await tx.later('mail.missed-publication', { tenant, service: id, at: at.toISOString(), account })
  })
}

import type { TenantId } from '#domain/shared/id.ts'
import type { SupplierLink } from '#domain/suppliers/supplier-link.ts'
import { changeSupplierLink } from '#server/storage/supplier-links.ts'
import type { World } from '#server/world.ts'

const minute = 60_000

/** Keeps when a link was last opened, to the minute: whoever sent it sees that it arrived. */
export async function noteLinkUse(world: World, tenant: TenantId, { id, usedAt }: SupplierLink): Promise<void> {
  const now = world.now()
  if (usedAt !== null && now.getTime() - usedAt.getTime() < minute) return
  await world.transaction(tenant, (tx) => changeSupplierLink(tx, id, { used_at: now }))
}

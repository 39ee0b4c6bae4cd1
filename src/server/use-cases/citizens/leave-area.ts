import type { TenantId } from '#domain/shared/id.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { deleteCitizenSession } from '#server/storage/citizens.ts'
import type { World } from '#server/world.ts'

/** Ends the session of a citizen in this browser; ending one that is over already is no fault. */
export async function leaveArea(world: World, tenant: TenantId, token: string): Promise<void> {
  await world.transaction(tenant, (tx) => deleteCitizenSession(tx, hashToken(token)))
}

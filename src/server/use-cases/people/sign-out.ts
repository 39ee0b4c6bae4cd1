import type { TenantId } from '#domain/shared/id.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { deleteSession } from '#server/storage/sessions.ts'
import type { World } from '#server/world.ts'

/** Ends the session of this browser; ending one that is over already is no fault. */
export async function signOut(world: World, tenant: TenantId, token: string): Promise<void> {
  await world.transaction(tenant, (tx) => deleteSession(tx, hashToken(token)))
}

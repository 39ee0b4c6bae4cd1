import { type Actor, holds } from '#domain/people/actor.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockService } from '#server/storage/lock-service.ts'
import { saveServiceDraft } from '#server/storage/service-drafts.ts'
import type { World } from '#server/world.ts'

export type DiscardDraftOfService = { readonly by: Actor; readonly id: ServiceId; readonly seen: number }

export type DiscardDraftRefusal = 'not_yours' | 'no_such_service' | 'old_version'

/** Forgets what was being written of a service; it is written on from what everybody reads. */
export async function discardDraftOfService(
  world: World,
  tenant: TenantId,
  { by, id, seen }: DiscardDraftOfService,
): Promise<Result<null, DiscardDraftRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<null, DiscardDraftRefusal>> => {
    const found = await lockService(tx, id, seen)
    if (!found.ok) return found
    await saveServiceDraft(tx, id, null)
    return done(null)
  })
}

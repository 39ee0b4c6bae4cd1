import { type Actor, holds } from '#domain/people/actor.ts'
import { checkSheet, type SheetRefusal } from '#domain/services/check-sheet.ts'
import type { ServiceDraft, ServiceId } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockService } from '#server/storage/lock-service.ts'
import { saveServiceDraft } from '#server/storage/service-drafts.ts'
import type { World } from '#server/world.ts'

export type SaveDraftOfService = {
  readonly by: Actor
  readonly id: ServiceId
  readonly draft: ServiceDraft
  /** The version that was seen. */
  readonly seen: number
}

export type SaveDraftRefusal = SheetRefusal | 'not_yours' | 'no_such_service' | 'old_version'

/** Keeps what an administrator writes of a service, complete or not; everybody still reads what was published. A time that was set for it is forgotten. */
export async function saveDraftOfService(
  world: World,
  tenant: TenantId,
  { by, id, draft, seen }: SaveDraftOfService,
): Promise<Result<null, SaveDraftRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<null, SaveDraftRefusal>> => {
    const found = await lockService(tx, id, seen)
    if (!found.ok) return found
    const checked = checkSheet(draft.sheet)
    if (!checked.ok) return checked
    await saveServiceDraft(tx, id, { draft, at: world.now(), by: by.kind === 'staff' ? by.account : null })
    return done(null)
  })
}

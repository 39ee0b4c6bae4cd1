import { type Actor, holds } from '#domain/people/actor.ts'
import { checkConformity } from '#domain/services/check-conformity.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockService } from '#server/storage/lock-service.ts'
import { readOfficesById } from '#server/storage/offices.ts'
import { saveServiceDraft, writingOf } from '#server/storage/service-drafts.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type PublishService = { readonly by: Actor; readonly id: ServiceId; readonly seen: number }

export type PublishServiceRefusal = ChangeSettingRefusal | 'no_such_service' | 'would_fail'

/** What is written of a service becomes what everybody reads, as a new version; refused where its sheet would fail the official evaluation. */
export async function publishService(
  world: World,
  tenant: TenantId,
  { by, id, seen }: PublishService,
): Promise<Result<null, PublishServiceRefusal>> {
  if (!holds(by, 'administrator') && by.kind !== 'system') return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<null, PublishServiceRefusal>> => {
    const found = await lockService(tx, id, seen)
    if (!found.ok) return found
    const service = found.value
    const writing = writingOf(service)
    if (checkConformity(writing.sheet, await readOfficesById(tx)).length > 0) return refuse('would_fail')
    const value = { code: service.code, state: 'published' as const, ...writing }
    const changed = await changeSetting(world, tx, { subject: 'service', id, by, value, seen: null })
    if (!changed.ok) return changed
    await saveServiceDraft(tx, id, null)
    return done(null)
  })
}

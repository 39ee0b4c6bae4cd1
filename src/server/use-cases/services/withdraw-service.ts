import type { Actor } from '#domain/people/actor.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { lockService } from '#server/storage/lock-service.ts'
import { saveServiceSchedule } from '#server/storage/service-drafts.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type WithdrawService = { readonly by: Actor; readonly id: ServiceId; readonly seen: number }

export type WithdrawServiceRefusal = ChangeSettingRefusal | 'no_such_service'

/** A published service is read by staff alone again; what it said stays to be published anew, and no draft is published by itself. */
export async function withdrawService(
  world: World,
  tenant: TenantId,
  { by, id, seen }: WithdrawService,
): Promise<Result<null, WithdrawServiceRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, WithdrawServiceRefusal>> => {
    const found = await lockService(tx, id, seen)
    if (!found.ok) return found
    const { code, featured, sheet, publishAt } = found.value
    const value = { code, state: 'draft' as const, featured, sheet }
    const changed = await changeSetting(world, tx, { subject: 'service', id, by, value, seen: null })
    if (!changed.ok) return changed
    if (publishAt) await saveServiceSchedule(tx, id, { at: null, missedAt: null })
    return done(null)
  })
}

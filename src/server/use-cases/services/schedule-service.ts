import { type Actor, holds } from '#domain/people/actor.ts'
import { checkConformity } from '#domain/services/check-conformity.ts'
import { changedFields } from '#domain/services/filed-service.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockService } from '#server/storage/lock-service.ts'
import { readOfficesById } from '#server/storage/offices.ts'
import { saveServiceSchedule, type WrittenService, writingOf } from '#server/storage/service-drafts.ts'
import type { World } from '#server/world.ts'

export type ScheduleService = {
  readonly by: Actor
  readonly id: ServiceId
  readonly seen: number
  /** When it is to be published; null forgets what was set. */
  readonly at: Date | null
}

export type ScheduleServiceRefusal = 'not_yours' | 'no_such_service' | 'old_version' | 'nothing_changes' | 'would_fail'

/** A draft that could be published now is published at an instant to come, by a job; whoever writes on in it, publishes, discards or withdraws it before makes that void. */
export async function scheduleService(
  world: World,
  tenant: TenantId,
  { by, id, seen, at }: ScheduleService,
): Promise<Result<null, ScheduleServiceRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<null, ScheduleServiceRefusal>> => {
    const found = await lockService(tx, id, seen)
    if (!found.ok) return found
    const service = found.value
    if (at === null ? service.publishAt === null : isAsPublished(service)) return refuse('nothing_changes')
    if (at !== null) {
      if (checkConformity(writingOf(service).sheet, await readOfficesById(tx)).length > 0) return refuse('would_fail')
      await tx.later('services.publish', { tenant, service: id, at: at.toISOString() }, { after: at })
    }
    await saveServiceSchedule(tx, id, { at, missedAt: null })
    return done(null)
  })
}

function isAsPublished(service: WrittenService): boolean {
  return service.state === 'published' && changedFields(service, writingOf(service)).length === 0
}

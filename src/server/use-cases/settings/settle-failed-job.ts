import { type Actor, holds } from '#domain/people/actor.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { takeFailedJob } from '#server/storage/failed-jobs.ts'
import type { World } from '#server/world.ts'

export type SettleFailedJob = {
  readonly by: Actor
  readonly job: Id<'job'>
  /** Whether it is tried again or left undone. */
  readonly how: 'again' | 'leave'
}

export type SettleFailedJobRefusal = 'not_yours' | 'no_such_job'

/** Has a job that the queue gave up tried again, or takes it off the list as it is. */
export async function settleFailedJob(
  world: World,
  tenant: TenantId,
  { by, job, how }: SettleFailedJob,
): Promise<Result<null, SettleFailedJobRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<null, SettleFailedJobRefusal>> => {
    const failed = await takeFailedJob(tx, job)
    if (!failed) return refuse('no_such_job')
    if (how === 'again') await tx.later(failed.name, failed.payload)
    return done(null)
  })
}

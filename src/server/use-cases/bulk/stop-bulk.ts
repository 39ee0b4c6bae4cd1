import type { BulkRunRefusal } from '#domain/bulk/bulk-change.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type BulkRunId, moveBulkRun, readBulkRun } from '#server/storage/bulk.ts'
import type { World } from '#server/world.ts'

/** Stops what runs: what is done stays done, the rest is left as it is. */
export async function stopBulk(
  world: World,
  tenant: TenantId,
  { by, run }: { readonly by: Staff; readonly run: BulkRunId },
): Promise<Result<null, BulkRunRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, BulkRunRefusal>> => {
    if ((await readBulkRun(tx, run))?.by !== by.account) return refuse('no_such_run')
    return (await moveBulkRun(tx, run, 'running', 'stopped', world.now())) ? done(null) : refuse('wrong_state')
  })
}

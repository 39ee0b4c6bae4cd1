import type { BulkRunRefusal } from '#domain/bulk/bulk-change.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type BulkRunId, moveBulkRun, readBulkRun } from '#server/storage/bulk.ts'
import type { World } from '#server/world.ts'

/** Begins what was tried before; it is done in the background, by whoever asked for it and nobody else. */
export async function startBulk(
  world: World,
  tenant: TenantId,
  { by, run }: { readonly by: Staff; readonly run: BulkRunId },
): Promise<Result<null, BulkRunRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, BulkRunRefusal>> => {
    if ((await readBulkRun(tx, run))?.by !== by.account) return refuse('no_such_run')
    if (!(await moveBulkRun(tx, run, 'previewed', 'running', null))) return refuse('wrong_state')
    await tx.later('bulk.run', { tenant, run })
    return done(null)
  })
}

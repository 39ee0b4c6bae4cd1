import type { WaitingId } from '#domain/appointments/appointment.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readWaiting, saveWaitingState } from '#server/storage/appointments/waiting.ts'
import type { World } from '#server/world.ts'

/** Whoever waits no more leaves the line; an offer that they got stands until it is declined or over. */
export async function leaveWaitingList(
  world: World,
  tenant: TenantId,
  { waiting }: { readonly waiting: WaitingId },
): Promise<Result<null, 'no_such_waiting'>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, 'no_such_waiting'>> => {
    const known = await readWaiting(tx, waiting)
    if (!known) return refuse('no_such_waiting')
    if (known.state === 'waiting') await saveWaitingState(tx, waiting, 'left')
    return done(null)
  })
}

import type { WaitingId } from '#domain/appointments/appointment.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { findOffer } from '#server/storage/appointments/holds.ts'
import { endOffer } from '#server/storage/appointments/pass-on.ts'
import { readWaiting, saveWaitingState } from '#server/storage/appointments/waiting.ts'
import type { World } from '#server/world.ts'

/** Whoever waits no more leaves the line; a seat that was offered to them goes on to the next. Who has an appointment by it keeps that. */
export async function leaveWaitingList(
  world: World,
  tenant: TenantId,
  { waiting }: { readonly waiting: WaitingId },
): Promise<Result<null, 'no_such_waiting'>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, 'no_such_waiting'>> => {
    const known = await readWaiting(tx, waiting)
    if (!known) return refuse('no_such_waiting')
    const rules = await lockCalendar(tx, known.calendar)
    if (!rules) return refuse('no_such_waiting')
    const offer = await findOffer(tx, waiting)
    if (offer) await endOffer(world, tx, rules, offer)
    // An offer that was accepted meanwhile is no place in the line any more.
    if ((await readWaiting(tx, waiting))?.state === 'waiting') await saveWaitingState(tx, waiting, 'left')
    return done(null)
  })
}

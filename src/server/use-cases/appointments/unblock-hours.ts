import { mayServe } from '#domain/appointments/appointment.ts'
import type { BlockId } from '#domain/appointments/block.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { deleteBlock, readBlock } from '#server/storage/appointments/blocks.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { passOn } from '#server/storage/appointments/pass-on.ts'
import { reviewAppointments } from '#server/storage/appointments/review-appointments.ts'
import type { World } from '#server/world.ts'

export type UnblockRefusal = 'no_such_block' | 'not_yours'

/** Opens hours that were blocked: whoever is still booked then can come after all, and who waits is offered the rest. */
export async function unblockHours(
  world: World,
  tenant: TenantId,
  { block: id, by }: { readonly block: BlockId; readonly by: Staff },
): Promise<Result<null, UnblockRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<null, UnblockRefusal>> => {
    const block = await readBlock(tx, id)
    const rules = block && (await lockCalendar(tx, block.calendar))
    if (!rules) return refuse('no_such_block')
    if (!mayServe(by, rules.calendar.office)) return refuse('not_yours')
    await deleteBlock(tx, id)
    await reviewAppointments(world, tx, rules)
    await passOn(world, tx, rules, block)
    return done(null)
  })
}

import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { type Block, type BlockId, type BlockRefusal, checkBlock } from '#domain/appointments/block.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { insertBlock } from '#server/storage/appointments/blocks.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { reviewAppointments } from '#server/storage/appointments/review-appointments.ts'
import type { World } from '#server/world.ts'

export type BlockHours = Omit<Block, 'id'> & { readonly by: Staff }

export type Blocked = { readonly block: BlockId; readonly affected: readonly AppointmentId[] }

/**
 * Hours in which a seat, or all of them, receive nobody. Whoever is booked then gets another seat at the same time, or is written to with
 * other slots and stays booked until they move or cancel: these are told.
 */
export async function blockHours(
  world: World,
  tenant: TenantId,
  { by, ...ask }: BlockHours,
): Promise<Result<Blocked, BlockRefusal | 'no_such_calendar'>> {
  return world.transaction(tenant, async (tx): Promise<Result<Blocked, BlockRefusal | 'no_such_calendar'>> => {
    const rules = await lockCalendar(tx, ask.calendar)
    if (!rules) return refuse('no_such_calendar')
    const checked = checkBlock(ask, rules.calendar, by, world.now())
    if (!checked.ok) return checked
    const block = world.newId<'booking-block'>()
    await insertBlock(tx, { ...ask, id: block }, by.account, world.now())
    return done({ block, affected: await reviewAppointments(world, tx, rules) })
  })
}

import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { type StaffWishes, saveStaffWishes } from '#server/storage/staff-wishes.ts'
import type { World } from '#server/world.ts'

/** Everybody says for themselves of what they want a mail at once, and in which language. */
export function setNoticeWishes(world: World, tenant: TenantId, by: Staff, wishes: StaffWishes): Promise<void> {
  return world.transaction(tenant, (tx) => saveStaffWishes(tx, by.account, wishes))
}

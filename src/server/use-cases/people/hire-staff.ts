import type { Membership } from '#domain/people/actor.ts'
import { isEmail } from '#domain/reports/submission.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findAccount, insertAccount, insertMembership } from '#server/storage/accounts.ts'
import { moveRevision } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type HireStaff = {
  readonly email: string
  readonly name: string
  readonly memberships: readonly Membership[]
  readonly passwordHash: string | null
}

export type HireStaffRefusal = 'email_wrong' | 'name_missing' | 'role_missing'

/** Gives a person roles in the body; one person has one account on the installation, whatever the bodies. */
export async function hireStaff(world: World, tenant: TenantId, ask: HireStaff): Promise<Result<AccountId, HireStaffRefusal>> {
  if (!isEmail(ask.email)) return refuse('email_wrong')
  if (ask.name.trim() === '') return refuse('name_missing')
  if (ask.memberships.length === 0) return refuse('role_missing')
  return world.transaction(tenant, async (tx) => {
    const known = await findAccount(tx, ask.email)
    const account = known?.id ?? world.newId<'account'>()
    if (!known) {
      const person = { id: account, email: ask.email.toLowerCase(), name: ask.name.trim() }
      await insertAccount(tx, person, ask.passwordHash, world.now())
    }
    for (const membership of ask.memberships) await insertMembership(tx, world.newId<'membership'>(), account, membership)
    await moveRevision(tx)
    return done(account)
  })
}

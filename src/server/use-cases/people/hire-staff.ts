import type { Membership } from '#domain/people/actor.ts'
import { checkRoles, type RolesRefusal } from '#domain/people/staffing.ts'
import { isEmail } from '#domain/reports/submission.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findOrAddAccount, listHeldRoles } from '#server/storage/accounts.ts'
import { readOffices } from '#server/storage/offices.ts'
import { changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type HireStaff = {
  readonly email: string
  readonly name: string
  readonly memberships: readonly Membership[]
  readonly passwordHash: string | null
}

export type HireStaffRefusal = RolesRefusal | 'email_wrong' | 'name_missing'

/** The platform gives a person roles in the body, besides those that they have; it is written down as any change of who may do what. */
export async function hireStaff(world: World, tenant: TenantId, ask: HireStaff): Promise<Result<AccountId, HireStaffRefusal>> {
  if (!isEmail(ask.email)) return refuse('email_wrong')
  if (ask.name.trim() === '') return refuse('name_missing')
  return world.transaction(tenant, async (tx) => {
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const wanted = checkRoles(ask.memberships, (office) => offices.get(office)?.active === true)
    if (!wanted.ok) return wanted
    const person = { email: ask.email.toLowerCase(), name: ask.name.trim(), passwordHash: ask.passwordHash }
    const id = await findOrAddAccount(world, tx, person)
    const roles = checkRoles([...(await listHeldRoles(tx, id)), ...wanted.value], () => true)
    if (!roles.ok) return roles
    const value = { memberships: roles.value }
    const changed = await changeSetting(world, tx, { subject: 'person', id, by: { kind: 'system' }, value, seen: null })
    if (!changed.ok && changed.refusal !== 'nothing_changes') throw new Error(changed.refusal)
    return done(id)
  })
}

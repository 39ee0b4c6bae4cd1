import { type Actor, holds, type Membership } from '#domain/people/actor.ts'
import { checkRoles, type RolesRefusal } from '#domain/people/staffing.ts'
import { isEmail, lengths } from '#domain/reports/submission.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findOrAddAccount, listHeldRoles } from '#server/storage/accounts.ts'
import { inviteAccount } from '#server/storage/invitations.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type InvitePerson = {
  readonly by: Actor
  readonly email: string
  readonly name: string
  readonly memberships: readonly Membership[]
}

export type InvitePersonRefusal =
  | RolesRefusal
  | ChangeSettingRefusal
  | 'email_wrong'
  | 'name_missing'
  | 'name_too_long'
  | 'here_already'

/** Gives a person roles and asks them in by mail. Whoever invites learns nothing of what the person is in other bodies. */
export async function invitePerson(
  world: World,
  tenant: TenantId,
  { by, email, name, memberships }: InvitePerson,
): Promise<Result<AccountId, InvitePersonRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  const { offices } = await world.directories.of(tenant)
  const address = email.trim().toLowerCase()
  if (!isEmail(address)) return refuse('email_wrong')
  if (name.trim() === '') return refuse('name_missing')
  if (name.trim().length > lengths.name) return refuse('name_too_long')
  const roles = checkRoles(memberships, (office) => offices.get(office)?.active === true)
  if (!roles.ok) return roles
  return world.transaction(tenant, async (tx): Promise<Result<AccountId, InvitePersonRefusal>> => {
    const person = await findOrAddAccount(world, tx, { email: address, name: name.trim(), passwordHash: null })
    if ((await listHeldRoles(tx, person)).length > 0) return refuse('here_already')
    const value = { memberships: roles.value }
    const changed = await changeSetting(world, tx, { subject: 'person', id: person, by, value, seen: null })
    if (!changed.ok) return changed
    await inviteAccount(world, tx, { account: person, by, resets: false })
    return done(person)
  })
}

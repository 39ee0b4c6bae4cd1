import { type Actor, holds } from '#domain/people/actor.ts'
import { officesOfMemberships, withDeskOffice } from '#domain/people/staffing.ts'
import { isEmail } from '#domain/reports/submission.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findOrAddAccount, listHeldRoles, readAccount, withdrawPasswordTokens } from '#server/storage/accounts.ts'
import type { Tx } from '#server/storage/database.ts'
import { awaitsAnswer, inviteAccount } from '#server/storage/invitations.ts'
import { readDeskOffice } from '#server/storage/offices.ts'
import { countOpenOf } from '#server/storage/open-of.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type ReaddressInvitation = { readonly by: Actor; readonly person: AccountId; readonly email: string }

export type ReaddressInvitationRefusal = ChangeSettingRefusal | 'email_wrong' | 'no_such_person' | 'came_already' | 'here_already'

/**
 * Sends an invitation that nobody has accepted to another address. Whoever has that one holds the roles from now on, and what was
 * given to the person meanwhile: an address is never changed under somebody who may be known by it elsewhere.
 */
export async function readdressInvitation(
  world: World,
  tenant: TenantId,
  { by, person, email }: ReaddressInvitation,
): Promise<Result<AccountId, ReaddressInvitationRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  const address = email.trim().toLowerCase()
  if (!isEmail(address)) return refuse('email_wrong')
  return world.transaction(tenant, async (tx): Promise<Result<AccountId, ReaddressInvitationRefusal>> => {
    const [account, memberships] = [await readAccount(tx, person), await listHeldRoles(tx, person)]
    if (!account || memberships.length === 0) return refuse('no_such_person')
    if (!(await awaitsAnswer(tx, person))) return refuse('came_already')
    const to = await findOrAddAccount(world, tx, { email: address, name: account.name, passwordHash: null })
    if (to === person) return refuse('nothing_changes')
    if ((await listHeldRoles(tx, to)).length > 0) return refuse('here_already')
    for (const [id, value] of [[to, { memberships }] as const, [person, null] as const]) {
      const changed = await changeSetting(world, tx, { subject: 'person', id, by, value, seen: null })
      if (!changed.ok) return changed
    }
    await withdrawPasswordTokens(tx, person)
    await passOn(tx, person, to, withDeskOffice(memberships, await readDeskOffice(tx)), by)
    await inviteAccount(world, tx, { account: to, by, resets: false })
    return done(to)
  })
}

async function passOn(
  tx: Tx,
  person: AccountId,
  to: AccountId,
  memberships: Parameters<typeof officesOfMemberships>[0],
  by: Actor,
): Promise<void> {
  const offices = officesOfMemberships(memberships)
  if ((await countOpenOf(tx, person, offices)) === 0) return
  const account = by.kind === 'staff' ? by.account : null
  await tx.later('people.hand-over', { tenant: tx.tenant, person, offices, to, note: null, by: account, since: null })
}

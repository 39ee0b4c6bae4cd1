import { type Actor, holds } from '#domain/people/actor.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listMemberships } from '#server/storage/accounts.ts'
import { type InvitationId, inviteAccount } from '#server/storage/invitations.ts'
import type { World } from '#server/world.ts'

export type InviteAgainRefusal = 'not_yours' | 'no_such_person'

/** Sends a person of the body another invitation, to set a new password: the first one was lost or is over, or the password is forgotten. */
export async function inviteAgain(
  world: World,
  tenant: TenantId,
  { by, person }: { readonly by: Actor; readonly person: AccountId },
): Promise<Result<InvitationId, InviteAgainRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<InvitationId, InviteAgainRefusal>> => {
    if ((await listMemberships(tx, person)).length === 0) return refuse('no_such_person')
    return done(await inviteAccount(world, tx, { account: person, by, resets: true }))
  })
}

import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { deleteMemberships, deletePasswordTokens, findMember } from '#server/storage/accounts.ts'
import { deleteSessionsOf } from '#server/storage/sessions.ts'
import type { World } from '#server/world.ts'

/** A person who leaves the body can no longer sign in there, and is signed out everywhere at once; what they did stays theirs. */
export async function deactivateStaff(
  world: World,
  tenant: TenantId,
  email: string,
): Promise<Result<AccountId, 'no_such_person'>> {
  return world.transaction(tenant, async (tx): Promise<Result<AccountId, 'no_such_person'>> => {
    const account = await findMember(tx, email)
    if (!account) return refuse('no_such_person')
    await deleteMemberships(tx, account.id)
    await deletePasswordTokens(tx, account.id)
    await deleteSessionsOf(tx, account.id)
    return done(account.id)
  })
}

import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { deactivateAccount, findAccount } from '#server/storage/accounts.ts'
import { deleteSessionsOf } from '#server/storage/sessions.ts'
import type { World } from '#server/world.ts'

/** A person who leaves can no longer sign in, and is signed out everywhere at once; what they did stays theirs. */
export async function deactivateStaff(
  world: World,
  tenant: TenantId,
  email: string,
): Promise<Result<AccountId, 'no_such_person'>> {
  return world.transaction(tenant, async (tx): Promise<Result<AccountId, 'no_such_person'>> => {
    const account = await findAccount(tx, email)
    if (!account) return refuse('no_such_person')
    await deactivateAccount(tx, account.id)
    await deleteSessionsOf(tx, account.id)
    return done(account.id)
  })
}

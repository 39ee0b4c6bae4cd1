import { checkPassword, type PasswordRefusal } from '#domain/people/password.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashPassword, hashToken } from '#server/gateways/secrets.ts'
import { savePassword, takePasswordToken } from '#server/storage/accounts.ts'
import { deleteSessionsOf } from '#server/storage/sessions.ts'
import type { World } from '#server/world.ts'

export type SetPassword = { readonly token: string; readonly password: string; readonly repeat: string }

export type SetPasswordRefusal = PasswordRefusal | 'token_over'

/** Sets a password with an invitation, which is good once; whoever was signed in as this person no longer is. */
export async function setPassword(
  world: World,
  tenant: TenantId,
  ask: SetPassword,
): Promise<Result<AccountId, SetPasswordRefusal>> {
  const checked = checkPassword(ask.password, ask.repeat)
  if (!checked.ok) return checked
  const passwordHash = await hashPassword(checked.value)
  return world.transaction(tenant, async (tx): Promise<Result<AccountId, SetPasswordRefusal>> => {
    const account = await takePasswordToken(tx, hashToken(ask.token), world.now())
    if (account === null) return refuse('token_over')
    await savePassword(tx, account, passwordHash)
    await deleteSessionsOf(tx, account)
    return done(account)
  })
}

import { staffTerms } from '#domain/people/session.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashPassword, hashToken, randomToken, verifyPassword } from '#server/gateways/secrets.ts'
import { findAccount, listMemberships } from '#server/storage/accounts.ts'
import { acceptInvitations } from '#server/storage/invitations.ts'
import { insertSession } from '#server/storage/sessions.ts'
import type { World } from '#server/world.ts'

export type SignIn = { readonly email: string; readonly password: string }

/** The secret of the new session, for the browser alone, and when it ends. */
export type SignedIn = { readonly token: string; readonly expiresAt: Date }

let decoy: Promise<string> | null = null

/** A person of this body's staff signs in; whatever is wrong, the answer is the same and takes as long. */
export async function signIn(world: World, tenant: TenantId, ask: SignIn): Promise<Result<SignedIn, 'credentials_wrong'>> {
  const found = await world.read(tenant, async (reader) => {
    const account = await findAccount(reader, ask.email.trim())
    return account ? { account, memberships: await listMemberships(reader, account.id) } : null
  })
  decoy ??= hashPassword(randomToken())
  const matches = await verifyPassword(ask.password, found?.account.passwordHash ?? (await decoy))
  if (!matches || !found?.account.passwordHash || found.memberships.length === 0) return refuse('credentials_wrong')

  const token = randomToken()
  const now = world.now()
  const expiresAt = new Date(now.getTime() + staffTerms.whole)
  await world.transaction(tenant, async (tx) => {
    await insertSession(tx, hashToken(token), { account: found.account.id, seenAt: now, expiresAt }, now)
    await acceptInvitations(tx, found.account.id, now)
  })
  return done({ token, expiresAt })
}

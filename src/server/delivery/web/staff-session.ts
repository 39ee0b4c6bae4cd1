import { actingRoles, type Staff } from '#domain/people/actor.ts'
import { isSessionAlive } from '#domain/people/session.ts'
import type { Installation } from '#server/boot.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { listMemberships } from '#server/storage/accounts.ts'
import type { Directory } from '#server/storage/directory.ts'
import { findSession, touchSession } from '#server/storage/sessions.ts'

export const staffCookie = 'filo_sessione'

export type SignedInStaff = Staff & { readonly name: string; readonly email: string }

/** Use is noted once a minute, not at every page. */
const noteAfter = 60_000

/** Who of this body's staff is asking, by the session cookie; a person without a role in this body is nobody here. */
export async function staffOfRequest(
  { world }: Pick<Installation, 'world'>,
  { tenant, offices }: Directory,
  cookieHeader: string | null,
): Promise<SignedInStaff | null> {
  const token = tokenOf(cookieHeader)
  if (token === null) return null
  const hash = hashToken(token)
  const found = await world.read(tenant.id, async (reader) => {
    const session = await findSession(reader, hash)
    return session ? { session, memberships: await listMemberships(reader, session.account) } : null
  })
  if (!found || found.memberships.length === 0 || !isSessionAlive(found.session, world.now())) return null
  const { session, memberships } = found
  if (world.now().getTime() - session.seenAt.getTime() > noteAfter) {
    await world.transaction(tenant.id, (tx) => touchSession(tx, hash, world.now()))
  }
  return {
    kind: 'staff',
    account: session.account,
    memberships: actingRoles(memberships, offices),
    name: session.name,
    email: session.email,
  }
}

function tokenOf(cookieHeader: string | null): string | null {
  const found = (cookieHeader ?? '').match(/(?:^|;\s*)filo_sessione=([\w-]{20,100})(?:;|$)/)
  return found?.[1] ?? null
}

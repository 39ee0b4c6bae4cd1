import { actingRoles, type Staff } from '#domain/people/actor.ts'
import { isSessionAlive, staffTerms } from '#domain/people/session.ts'
import { withDeskOffice } from '#domain/people/staffing.ts'
import type { Installation } from '#server/boot.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { type Directory, deskOfficeOf } from '#server/storage/directory.ts'
import { findSession, touchSession } from '#server/storage/sessions.ts'

export const staffCookie = 'filo_sessione'

export type SignedInStaff = Staff & { readonly name: string; readonly email: string }

/** Use is noted once a minute, not at every page. */
const noteAfter = 60_000

/** Who of this body's staff is asking, by the session cookie; a person without a role in this body is nobody here. */
export async function staffOfRequest(
  installation: Pick<Installation, 'world'>,
  directory: Directory,
  cookieHeader: string | null,
): Promise<SignedInStaff | null> {
  const found = await findSignedIn(installation, directory, cookieHeader)
  if (!found) return null
  const { world } = installation
  if (world.now().getTime() - found.seenAt.getTime() > noteAfter)
    await world.transaction(directory.tenant.id, (tx) => touchSession(tx, found.hash, world.now()))
  return found.staff
}

/** Who it still is that a page was opened by; asking so is no use of the session, which would never end. */
export async function staffStillThere(
  installation: Pick<Installation, 'world'>,
  directory: Directory,
  cookieHeader: string | null,
): Promise<SignedInStaff | null> {
  return (await findSignedIn(installation, directory, cookieHeader))?.staff ?? null
}

type SignedIn = { readonly staff: SignedInStaff; readonly hash: string; readonly seenAt: Date }

async function findSignedIn(
  { world }: Pick<Installation, 'world'>,
  directory: Directory,
  cookieHeader: string | null,
): Promise<SignedIn | null> {
  const token = tokenOf(cookieHeader)
  if (token === null) return null
  const hash = hashToken(token)
  const found = await world.read(directory.tenant.id, (reader) => findSession(reader, hash))
  if (!found || found.held.length === 0 || !isSessionAlive(found, staffTerms, world.now())) return null
  const { account, name, email, seenAt } = found
  const memberships = actingRoles(withDeskOffice(found.held, deskOfficeOf(directory)), directory.offices)
  return { staff: { kind: 'staff', account, memberships, name, email }, hash, seenAt }
}

function tokenOf(cookieHeader: string | null): string | null {
  const found = (cookieHeader ?? '').match(/(?:^|;\s*)filo_sessione=([\w-]{20,100})(?:;|$)/)
  return found?.[1] ?? null
}

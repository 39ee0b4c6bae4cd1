import type { Citizen } from '#domain/citizens/citizen.ts'
import { citizenTerms, isSessionAlive } from '#domain/people/session.ts'
import type { Installation } from '#server/boot.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { findCitizenSession, touchCitizenSession } from '#server/storage/citizens.ts'
import type { Directory } from '#server/storage/directory.ts'

/** Keeps which code this browser asked for, until it is typed or over. */
export const codeCookie = 'filo_accesso'

/** The cookie of a citizen's session; over https under the prefix that no neighbouring host can write (RFC 6265bis, 4.1.3.2). */
export function citizenCookie({ protocol }: URL): string {
  return protocol === 'https:' ? '__Host-filo_area' : 'filo_area'
}

/** Use is noted once a minute, not at every page. */
const noteAfter = 60_000

/** Who of this body's citizens is asking, by the secret in their cookie; nobody where there is none, or it is over. */
export async function citizenOf(
  { world }: Pick<Installation, 'world'>,
  { tenant }: Pick<Directory, 'tenant'>,
  token: string | undefined,
): Promise<Citizen | null> {
  if (!token || !/^[\w-]{43}$/.test(token)) return null
  const hash = hashToken(token)
  const found = await world.read(tenant.id, (reader) => findCitizenSession(reader, hash))
  const now = world.now()
  if (!found || !isSessionAlive(found, citizenTerms, now)) return null
  if (now.getTime() - found.seenAt.getTime() > noteAfter)
    await world.transaction(tenant.id, (tx) => touchCitizenSession(tx, hash, now))
  return found.citizen
}

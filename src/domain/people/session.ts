/** How long a session lasts at most, and without being used, in milliseconds (OWASP session management). */
type SessionTerms = { readonly whole: number; readonly idle: number }

/** Staff work at it all day. */
export const staffTerms: SessionTerms = { whole: 12 * 3_600_000, idle: 2 * 3_600_000 }

/** Citizens come for one thing, and from machines that others use too. */
export const citizenTerms: SessionTerms = { whole: 8 * 3_600_000, idle: 3_600_000 }

/** Tells whether a session still counts: neither at its end nor left alone for too long. */
export function isSessionAlive(
  session: { readonly seenAt: Date; readonly expiresAt: Date },
  terms: SessionTerms,
  now: Date,
): boolean {
  return now < session.expiresAt && now.getTime() - session.seenAt.getTime() < terms.idle
}

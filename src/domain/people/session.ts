/** How long a session lasts at most, and without being used, in milliseconds (OWASP session management). */
export const sessionTerms = { whole: 12 * 3_600_000, idle: 2 * 3_600_000 } as const

/** Tells whether a session still counts: neither at its end nor left alone for too long. */
export function isSessionAlive(session: { readonly seenAt: Date; readonly expiresAt: Date }, now: Date): boolean {
  return now < session.expiresAt && now.getTime() - session.seenAt.getTime() < sessionTerms.idle
}

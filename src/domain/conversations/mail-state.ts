/** What becomes of a letter: it waits to be sent, arrived at a server, was not needed any more, or did not arrive. */
export type MailState = 'queued' | 'sent' | 'skipped' | 'failed'

/** What whoever wants to send a letter is told: it is theirs to send, somebody else is at it, or it needs no sending any more. */
export type MailClaim = 'yours' | 'under_way' | 'settled'

/** How an attempt to send a letter ended, with what the server said. */
export type MailEnd = { readonly state: MailState; readonly error: string | null }

/** Whoever took a letter to send it and died holds it no longer than this, in milliseconds. */
const heldFor = 4 * 60_000

/** Whoever waits for a letter waits so long before it is sent again, in milliseconds. */
const patience = 3_600_000

/** Tells whether a letter that was taken to be sent is still being sent. */
export function isHeld(claimedAt: Date | null, now: Date): boolean {
  return claimedAt !== null && now.getTime() - claimedAt.getTime() < heldFor
}

/** Tells whether a letter goes by itself yet, so that nobody sends it again: it is being sent, or has waited for less than an hour. */
export function isUnderWay(
  mail: { readonly state: MailState; readonly at: Date; readonly claimedAt: Date | null },
  now: Date,
): boolean {
  if (mail.state !== 'queued') return false
  return isHeld(mail.claimedAt, now) || now.getTime() - mail.at.getTime() < patience
}

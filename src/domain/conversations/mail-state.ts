/** What becomes of a letter: it waits to be sent, arrived at a server, was not needed any more, or did not arrive. */
export type MailState = 'queued' | 'sent' | 'skipped' | 'failed'

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

import type { MailClaim, MailEnd } from '#domain/conversations/mail-state.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { type Letter, MailRejected } from '#server/gateways/mail.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Outside } from './outside.ts'

/** Where it is written whose the sending of a letter is, and how it ended. */
type Kept = {
  claim(tx: Tx, now: Date): Promise<MailClaim>
  settle(tx: Tx, end: MailEnd): Promise<void>
}

/** Sends a letter once, or none where nothing is to be told any more; what is refused for good is not tried again, anything else is by the queue. */
export async function sendClaimed(
  { world, mailer }: Pick<Outside, 'world' | 'mailer'>,
  tenant: TenantId,
  letter: Letter | null,
  kept: Kept,
): Promise<void> {
  const claim = await world.transaction(tenant, (tx) => kept.claim(tx, world.now()))
  if (claim === 'settled') return
  if (claim === 'under_way') throw new Error('the letter is being sent')
  const settle = (state: MailEnd['state'], error: string | null) =>
    world.transaction(tenant, (tx) => kept.settle(tx, { state, error }))
  if (letter === null) return settle('skipped', null)
  try {
    await mailer.send(letter)
  } catch (fault) {
    if (fault instanceof MailRejected) return settle('failed', fault.response)
    await settle('queued', String(fault))
    throw fault
  }
  await settle('sent', null)
}

import type { EventKind } from '#domain/reports/event.ts'
import type { EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Letter, MailRejected } from '#server/gateways/mail.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { claimMail, type MailOutcome, type Recipient, settleMail } from '#server/storage/mail-log.ts'
import { lockReport } from '#server/storage/reports.ts'
import type { Outside } from './outside.ts'

/** The event of a report that a letter follows. */
type Followed = { readonly tenant: TenantId; readonly report: ReportId; readonly event: EventId }

type Sending = {
  readonly template: EventKind
  readonly letter: Letter
  readonly recipient: Recipient
  /** How often it was sent again before, because somebody asked for it. */
  readonly attempt?: number
}

/** Sends a letter that follows an event to its address once, whatever is tried again; what became of it is written with the report. */
export async function sendOnce(
  { world, mailer }: Pick<Outside, 'world' | 'mailer'>,
  { tenant, report: id, event }: Followed,
  { template, letter, recipient, attempt = 0 }: Sending,
): Promise<void> {
  const { to, subject, messageId } = letter
  const known = { template, recipient, attempt, address: to.address, subject, messageId }
  const planned = { ...known, id: world.newId<'mail'>(), report: id, event }
  const claim = await world.transaction(tenant, (tx) => claimMail(tx, planned, world.now()))
  if (claim.state === 'settled') return
  if (claim.state === 'under_way') throw new Error('the letter is being sent')
  const tried = await send(() => mailer.send({ ...letter, messageId: claim.messageId }))
  await world.transaction(tenant, async (tx) => {
    const report = await lockReport(tx, id)
    await settleMail(tx, claim.id, tried.outcome, world.now())
    if (report) await refreshInbox(tx, report)
  })
  if (tried.again !== null) throw tried.again
}

/** A refusal for good is written down and not tried again; anything else is, by the queue. */
async function send(deliver: () => Promise<void>): Promise<{ readonly outcome: MailOutcome; readonly again: Error | null }> {
  try {
    await deliver()
    return { outcome: { state: 'sent' }, again: null }
  } catch (fault) {
    if (fault instanceof MailRejected) return { outcome: { state: 'failed', error: fault.response }, again: null }
    const again = fault instanceof Error ? fault : new Error(String(fault))
    return { outcome: { state: 'queued', error: again.message }, again }
  }
}

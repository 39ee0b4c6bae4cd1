import type { EventKind } from '#domain/reports/event.ts'
import type { EventId, Id, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

/** A letter that follows an event; an event sends one letter to an address, and another only where somebody asks for it. */
export type PlannedMail = {
  readonly id: Id<'mail'>
  readonly report: ReportId
  readonly event: EventId
  readonly template: EventKind
  readonly address: string
  readonly subject: string
  readonly messageId: string
  readonly recipient: Recipient
  /** How often it was sent again before. */
  readonly attempt: number
}

export type Recipient = 'author' | 'staff' | 'supplier'

/** Whether the letter is the caller's to send, somebody else's at this moment, or over and done. */
export type MailClaim =
  | { readonly state: 'yours'; readonly id: Id<'mail'>; readonly messageId: string }
  | { readonly state: 'under_way' }
  | { readonly state: 'settled' }

/** How an attempt ended; `queued` is tried again. */
export type MailOutcome = { readonly state: 'sent' } | { readonly state: 'failed' | 'queued'; readonly error: string }

/** Whoever claimed a letter and died holds it no longer than this. */
const heldFor = 4 * 60_000
const longestError = 1000

/** Takes a letter to send it: the row is made at the first attempt, and held by one process at a time. */
export async function claimMail(tx: Tx, mail: PlannedMail, now: Date): Promise<MailClaim> {
  await tx.db
    .insertInto('mail_log')
    .values({
      tenant_id: tx.tenant,
      id: mail.id,
      report_id: mail.report,
      event_id: mail.event,
      template: mail.template,
      address: mail.address,
      subject: mail.subject,
      state: 'queued',
      message_id: mail.messageId,
      error: null,
      recipient: mail.recipient,
      attempt: mail.attempt,
      claimed_at: null,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'event_id', 'address', 'attempt']).doNothing())
    .execute()
  const row = await tx.db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tx.tenant)
    .where('mail_log.event_id', '=', mail.event)
    .where('mail_log.address', '=', mail.address)
    .where('mail_log.attempt', '=', mail.attempt)
    .select(['id', 'state', 'message_id', 'claimed_at'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.state !== 'queued') return { state: 'settled' }
  if (row.claimed_at !== null && now.getTime() - row.claimed_at.getTime() < heldFor) return { state: 'under_way' }
  await update(tx, row.id, { claimed_at: now, at: now })
  return { state: 'yours', id: row.id, messageId: row.message_id }
}

/** Writes down how an attempt ended and lets go of the letter. */
export async function settleMail(tx: Tx, id: Id<'mail'>, outcome: MailOutcome, now: Date): Promise<void> {
  const error = outcome.state === 'sent' ? null : outcome.error.slice(0, longestError)
  await update(tx, id, { state: outcome.state, error, claimed_at: null, at: now })
  if (outcome.state === 'sent') await makeGood(tx, id)
}

/** What arrived makes good what failed before: the same letter to the author, or an earlier link of a supplier. */
async function makeGood({ db, tenant }: Tx, id: Id<'mail'>): Promise<void> {
  const sent = await db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.id', '=', id)
    .select(['mail_log.report_id', 'mail_log.event_id', 'mail_log.recipient', 'mail_log.address'])
    .executeTakeFirstOrThrow()
  await db
    .updateTable('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.report_id', '=', sent.report_id)
    .where('mail_log.recipient', '=', sent.recipient)
    .$if(sent.recipient === 'author', (query) => query.where('mail_log.event_id', '=', sent.event_id))
    .$if(sent.recipient !== 'author', (query) => query.where('mail_log.address', '=', sent.address))
    .where('mail_log.state', 'in', ['failed', 'bounced'])
    .set({ made_good: true })
    .execute()
}

type Changes = {
  readonly state?: MailOutcome['state']
  readonly error?: string | null
  readonly claimed_at: Date | null
  readonly at: Date
}

async function update(tx: Tx, id: Id<'mail'>, changes: Changes): Promise<void> {
  await tx.db
    .updateTable('mail_log')
    .where('mail_log.tenant_id', '=', tx.tenant)
    .where('mail_log.id', '=', id)
    .set(changes)
    .execute()
}

/** The Message-ID of the letter that said that the report arrived, so that later ones stand below it; null if none went out. */
export async function confirmationMessageId({ db, tenant }: Reader, report: ReportId, address: string): Promise<string | null> {
  const row = await db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.report_id', '=', report)
    .where('mail_log.template', '=', 'submitted')
    .where('mail_log.address', '=', address)
    .where('mail_log.state', '=', 'sent')
    .select('mail_log.message_id')
    .executeTakeFirst()
  return row?.message_id ?? null
}

/** One letter as the report shows it. */
export type LoggedMail = {
  readonly id: Id<'mail'>
  readonly event: EventId
  readonly template: string
  readonly address: string
  readonly subject: string | null
  readonly state: 'queued' | 'sent' | 'skipped' | 'failed' | 'bounced'
  readonly error: string | null
  readonly recipient: Recipient
  readonly attempt: number
  /** It failed, and went afterwards. */
  readonly madeGood: boolean
  readonly at: Date
}

/** The letters of a report, in the order of what they tell of. */
export async function listMailLog({ db, tenant }: Reader, report: ReportId): Promise<readonly LoggedMail[]> {
  const rows = await db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.report_id', '=', report)
    .select(['id', 'event_id', 'template', 'address', 'subject', 'state', 'error', 'recipient', 'attempt', 'made_good', 'at'])
    .orderBy('event_id')
    .orderBy('attempt')
    .execute()
  return rows.map(({ event_id, made_good, ...mail }) => ({ ...mail, event: event_id, madeGood: made_good }))
}

import { isHeld, type MailState } from '#domain/conversations/mail-state.ts'
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

const longestError = 1000

type Asked = Pick<PlannedMail, 'id' | 'report' | 'event' | 'template' | 'address' | 'recipient' | 'attempt'>

/** Writes down that a letter is wanted; one that is written down already stays. */
export async function insertMail(tx: Tx, mail: Asked, at: Date): Promise<void> {
  const { id, report: report_id, event: event_id, template, address, recipient, attempt } = mail
  const unsent = { subject: null, state: 'queued', message_id: null, error: null, claimed_at: null } as const
  await tx.db
    .insertInto('mail_log')
    .values({ tenant_id: tx.tenant, id, report_id, event_id, template, address, recipient, attempt, at, ...unsent })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'event_id', 'address', 'attempt']).doNothing())
    .execute()
}

/** Takes a letter to send it: it has its row from now on at the latest, and is held by one process at a time. */
export async function claimMail(tx: Tx, mail: PlannedMail, now: Date): Promise<MailClaim> {
  if (mail.recipient === 'author') await readdress(tx, mail, now)
  await insertMail(tx, mail, now)
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
  if (isHeld(row.claimed_at, now)) return { state: 'under_way' }
  const messageId = row.message_id ?? mail.messageId
  await update(tx, row.id, { claimed_at: now, subject: mail.subject, message_id: messageId })
  return { state: 'yours', id: row.id, messageId }
}

/** The author's address was corrected since the letter was asked for: it goes to the new one, and to no other. */
async function readdress({ db, tenant }: Tx, { event, attempt, address }: PlannedMail, now: Date): Promise<void> {
  const waiting = await db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.event_id', '=', event)
    .where('mail_log.recipient', '=', 'author')
    .where('mail_log.attempt', '=', attempt)
    .where('mail_log.state', '=', 'queued')
    .select(['mail_log.id', 'mail_log.address', 'mail_log.claimed_at'])
    .forUpdate()
    .executeTakeFirst()
  if (!waiting || waiting.address === address || isHeld(waiting.claimed_at, now)) return
  await db
    .updateTable('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.id', '=', waiting.id)
    .set({ address })
    .execute()
}

/** Which letters of an event are meant: those to whom, and of which attempt. */
type MailsOf = Pick<PlannedMail, 'event' | 'recipient' | 'attempt'>

/** Letters that still wait go no more: they are not needed, or nobody tries any longer; how many there were. */
export async function endMails(
  { db, tenant }: Tx,
  { event, recipient, attempt }: MailsOf,
  end: { readonly state: 'skipped' | 'failed'; readonly error: string | null; readonly at: Date },
): Promise<number> {
  const error = end.error?.slice(0, longestError) ?? null
  const ended = await db
    .updateTable('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.event_id', '=', event)
    .where('mail_log.recipient', '=', recipient)
    .where('mail_log.attempt', '=', attempt)
    .where('mail_log.state', '=', 'queued')
    .set(({ fn, val }) => ({ state: end.state, error: fn.coalesce('mail_log.error', val(error)), claimed_at: null, at: end.at }))
    .returning('mail_log.id')
    .execute()
  return ended.length
}

/** Writes down how an attempt ended and lets go of the letter. */
export async function settleMail(tx: Tx, id: Id<'mail'>, outcome: MailOutcome, now: Date): Promise<void> {
  const error = outcome.state === 'sent' ? null : outcome.error.slice(0, longestError)
  const waits = outcome.state === 'queued'
  await update(tx, id, { state: outcome.state, error, claimed_at: null, ...(!waits && { at: now }) })
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
    .where('mail_log.state', '=', 'failed')
    .set({ made_good: true })
    .execute()
}

type Changes = {
  readonly state?: MailOutcome['state']
  readonly error?: string | null
  readonly claimed_at: Date | null
  readonly at?: Date
  readonly subject?: string
  readonly message_id?: string
}

async function update(tx: Tx, id: Id<'mail'>, changes: Changes): Promise<void> {
  await tx.db
    .updateTable('mail_log')
    .where('mail_log.tenant_id', '=', tx.tenant)
    .where('mail_log.id', '=', id)
    .set(changes)
    .execute()
}

/** How many letters somebody of the staff got of late; none, where the one of this event has begun already. */
export async function countStaffMails(
  { db, tenant }: Reader,
  { address, event, since }: { readonly address: string; readonly event: EventId; readonly since: Date },
): Promise<number> {
  const row = await db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.recipient', '=', 'staff')
    .where('mail_log.address', '=', address)
    .where('mail_log.at', '>', since)
    .select(({ fn, eb }) => [
      fn.countAll<string>().as('letters'),
      fn<boolean | null>('bool_or', [eb('mail_log.event_id', '=', event)]).as('begun'),
    ])
    .executeTakeFirst()
  return row && !row.begun ? Number(row.letters) : 0
}

/** No letter was ever wanted of what lies in the past. */
export async function forgetWaitingMails({ db, tenant }: Tx): Promise<void> {
  await db.deleteFrom('mail_log').where('mail_log.tenant_id', '=', tenant).where('mail_log.state', '=', 'queued').execute()
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
  readonly template: EventKind
  readonly address: string
  /** Unknown until it is written. */
  readonly subject: string | null
  readonly state: MailState
  readonly error: string | null
  readonly recipient: Recipient
  readonly attempt: number
  /** It failed, and went afterwards. */
  readonly madeGood: boolean
  /** Since when somebody has been sending it. */
  readonly claimedAt: Date | null
  /** When it went or failed; when it was asked for, while it waits. */
  readonly at: Date
}

/** The letters of a report, in the order of what they tell of. */
export async function listMailLog({ db, tenant }: Reader, report: ReportId): Promise<readonly LoggedMail[]> {
  const rows = await db
    .selectFrom('mail_log')
    .where('mail_log.tenant_id', '=', tenant)
    .where('mail_log.report_id', '=', report)
    .select(['id', 'event_id', 'template', 'address', 'subject', 'state', 'error', 'recipient', 'attempt'])
    .select(['made_good', 'claimed_at', 'at'])
    .orderBy('event_id')
    .orderBy('attempt')
    .execute()
  return rows.map(({ event_id, made_good, claimed_at, ...mail }) => ({
    ...mail,
    event: event_id,
    madeGood: made_good,
    claimedAt: claimed_at,
  }))
}

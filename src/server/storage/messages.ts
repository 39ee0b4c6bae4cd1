import { type MessageKind, moderationAtFirst, type ProposedState } from '#domain/conversations/message.ts'
import type { Channel } from '#domain/reports/kind.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { AccountId, EventId, MessageId, ReportId } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type Message = {
  readonly id: MessageId
  readonly report: ReportId
  readonly event: EventId
  readonly kind: MessageKind
  readonly text: string
  readonly fromAuthor: boolean
  readonly account: AccountId | null
  readonly channel: Channel
  readonly at: Date
  readonly moderation: Moderation
  /** Of a note that is a proposed reply: where it stands. */
  readonly proposed: ProposedState | null
}

/** Adds a message to a report's conversation. */
export async function addMessage(tx: Tx, message: Omit<Message, 'moderation'>): Promise<void> {
  await tx.db
    .insertInto('message')
    .values({
      tenant_id: tx.tenant,
      id: message.id,
      report_id: message.report,
      event_id: message.event,
      kind: message.kind,
      text: message.text,
      from_author: message.fromAuthor,
      account_id: message.account,
      channel: message.channel,
      at: message.at,
      moderation: moderationAtFirst(message.kind),
      proposed: message.proposed,
    })
    .execute()
}

/** One message, whatever report it belongs to. */
export async function readMessage(
  { db, tenant }: Reader,
  id: MessageId,
): Promise<Pick<Message, 'report' | 'kind' | 'text' | 'moderation' | 'proposed'> | null> {
  const row = await db
    .selectFrom('message')
    .where('message.tenant_id', '=', tenant)
    .where('message.id', '=', id)
    .select(['message.report_id as report', 'message.kind', 'message.text', 'message.moderation', 'message.proposed'])
    .executeTakeFirst()
  return row ?? null
}

/** The message of a kind that went with an event of a report. */
export async function messageWith(
  { db, tenant }: Reader | Tx,
  { report, event }: { readonly report: ReportId; readonly event: EventId },
  kind: MessageKind,
): Promise<MessageId | null> {
  const row = await db
    .selectFrom('message')
    .where('message.tenant_id', '=', tenant)
    .where('message.report_id', '=', report)
    .where('message.event_id', '=', event)
    .where('message.kind', '=', kind)
    .select('message.id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What the author, a supplier or a colleague said with an event of a report, for those who work on it. */
export async function saidToStaff({ db, tenant }: Reader, report: ReportId, event: EventId): Promise<string | null> {
  const rows = await db
    .selectFrom('message')
    .where('message.tenant_id', '=', tenant)
    .where('message.report_id', '=', report)
    .where('message.event_id', '=', event)
    .where('message.kind', 'in', ['note', 'answer', 'citizen'])
    .select('message.text')
    .orderBy('message.id')
    .execute()
  return rows.length === 0 ? null : rows.map(({ text }) => text).join('\n\n')
}

/** The conversation of a report, oldest first, of the kinds asked for. */
export async function listMessages(
  { db, tenant }: Reader,
  report: ReportId,
  kinds: readonly MessageKind[],
): Promise<readonly Message[]> {
  const rows = await db
    .selectFrom('message')
    .where('message.tenant_id', '=', tenant)
    .where('message.report_id', '=', report)
    .where('message.kind', 'in', kinds)
    .select([
      'id',
      'report_id',
      'event_id',
      'kind',
      'text',
      'from_author',
      'account_id',
      'channel',
      'at',
      'moderation',
      'proposed',
    ])
    .orderBy('id')
    .execute()
  return rows.map(({ report_id, event_id, from_author, account_id, ...message }) => ({
    ...message,
    report: report_id,
    event: event_id,
    fromAuthor: from_author,
    account: account_id,
  }))
}

/** Says who reads a message besides staff. */
export async function moderateMessage({ db, tenant }: Tx, id: MessageId, moderation: Moderation): Promise<void> {
  await db
    .updateTable('message')
    .where('message.tenant_id', '=', tenant)
    .where('message.id', '=', id)
    .set({ moderation })
    .execute()
}

/** No proposed reply of a report waits any longer: one was used, perhaps, the others are over. */
export async function settleProposals({ db, tenant }: Tx, report: ReportId, used: MessageId | null): Promise<'used' | 'unused'> {
  const settled = await db
    .updateTable('message')
    .where('message.tenant_id', '=', tenant)
    .where('message.report_id', '=', report)
    .where('message.proposed', '=', 'open')
    .set(({ case: when }) => ({
      proposed: when()
        .when('message.id', '=', used)
        .then('used' as const)
        .else('superseded' as const)
        .end(),
    }))
    .returning('message.id')
    .execute()
  return settled.some(({ id }) => id === used) ? 'used' : 'unused'
}

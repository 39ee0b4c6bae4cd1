import type { MessageKind } from '#domain/conversations/message.ts'
import type { Actor } from '#domain/people/actor.ts'
import { type EventActor, type EventDetail, type EventKind, tellsAuthor } from '#domain/reports/event.ts'
import type { Channel } from '#domain/reports/kind.ts'
import type { AuthorSaid, Report } from '#domain/reports/report.ts'
import { isOpen } from '#domain/reports/stage.ts'
import type { AccountId, EventId, Id, MessageId, ReportId } from '#domain/shared/id.ts'
import type { Tx } from './database.ts'
import { addEvent } from './events.ts'
import { passOn } from './groups.ts'
import { refreshInbox } from './inbox.ts'
import { insertMentions, markMentionsRead } from './mentions.ts'
import { addMessage, settleProposals } from './messages.ts'
import { changeObservers, saveReport } from './reports.ts'

/** What a rule decided about a locked report: its new values, its history line, its words. */
export type Change = {
  readonly report: Report
  readonly event: { readonly kind: EventKind; readonly detail: EventDetail }
  readonly words: { readonly kind: MessageKind; readonly text: string; readonly proposed?: 'open' } | null
  /** The proposed reply that the words were made of. */
  readonly proposal?: MessageId | null
  /** What goes with it for the colleagues alone. */
  readonly note?: string | null
}

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** Writes a decided change whole: report, event, message, and the mail to the author that follows it. */
export async function recordChange(world: Maker, tx: Tx, change: Change, by: Actor, channel: Channel): Promise<EventId> {
  const now = world.now()
  const event = world.newId<'event'>()
  const actor = eventActor(by)
  const { report, words } = change
  const message = words ? world.newId<'message'>() : null
  const used = await settleOlder(tx, change)
  const detail = { ...change.event.detail, ...(message && { message }), ...(used && { proposal: used }) }
  const after = { ...report, ...whatTheAuthorSaid(report, change.event.kind, actor, now) }
  await saveReport(tx, after, now)
  await changeObservers(tx, report.id, detail.added ?? [], detail.removed ?? [])
  await addEvent(tx, {
    id: event,
    report: report.id,
    kind: change.event.kind,
    version: report.version + 1,
    at: now,
    actor,
    detail,
  })
  const said = { report: report.id, event, fromAuthor: by.kind === 'author', channel, at: now }
  const account = by.kind === 'staff' ? by.account : null
  if (words && message) await addMessage(tx, { ...said, proposed: null, ...words, id: message, account })
  if (message && detail.mentions) await tellMentioned(tx, { message, report: report.id, event, at: now }, detail.mentions)
  if (change.note)
    await addMessage(tx, { ...said, id: world.newId<'message'>(), kind: 'note', text: change.note, account, proposed: null })
  if (report.author && tellsAuthor(change.event.kind, actor))
    await tx.later('mail.to-author', { tenant: tx.tenant, report: report.id, event })
  await passOn(tx, after, { id: event, kind: change.event.kind, actor })
  // Whoever does something with a report has seen where they are named.
  if (by.kind === 'staff' && report.mentioned.includes(by.account)) await markMentionsRead(tx, report.id, by.account, now)
  await refreshInbox(tx, after)
  return event
}

/** A reply, and a new proposal, leave no older proposal waiting; tells which one became the reply. */
async function settleOlder(tx: Tx, { report, words, proposal = null }: Change): Promise<MessageId | null> {
  if (words?.kind !== 'reply' && !words?.proposed) return null
  return (await settleProposals(tx, report.id, words.kind === 'reply' ? proposal : null)) === 'used' ? proposal : null
}

type MentionedIn = { readonly message: MessageId; readonly report: ReportId; readonly event: EventId; readonly at: Date }

async function tellMentioned(tx: Tx, { event, ...where }: MentionedIn, people: readonly AccountId[]): Promise<void> {
  await insertMentions(tx, where, people)
  await tx.later('mail.mentioned', { tenant: tx.tenant, report: where.report, event })
}

type AuthorWaits = Pick<Report, 'authorWaitsSince' | 'authorSaid'>

const said: Readonly<Partial<Record<EventKind, AuthorSaid>>> = { answered: 'answer', reopened: 'reopening' }

/** The author waits from what they write until the body tells them something. */
function whatTheAuthorSaid(report: Report, kind: EventKind, by: EventActor, now: Date): AuthorWaits {
  const silent = { authorWaitsSince: null, authorSaid: null }
  if (by.kind === 'author' || by.kind === 'machine')
    return isOpen(report.stage)
      ? { authorWaitsSince: report.authorWaitsSince ?? now, authorSaid: said[kind] ?? report.authorSaid ?? 'message' }
      : silent
  const answered = tellsAuthor(kind, by) && kind !== 'grouped' && kind !== 'split'
  return answered ? silent : { authorWaitsSince: report.authorWaitsSince, authorSaid: report.authorSaid }
}

/** Who did it, as the history keeps it. */
function eventActor(by: Actor): EventActor {
  switch (by.kind) {
    case 'staff':
      return { kind: 'staff', account: by.account }
    case 'machine':
      return { kind: 'machine', key: by.key }
    case 'supplier':
      return { kind: 'supplier', link: by.link }
    default:
      return { kind: by.kind }
  }
}

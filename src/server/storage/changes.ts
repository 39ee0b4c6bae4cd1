import { toldByNote } from '#domain/conversations/mention.ts'
import type { MessageKind } from '#domain/conversations/message.ts'
import { tellsStaff } from '#domain/conversations/notice.ts'
import type { Actor } from '#domain/people/actor.ts'
import { type EventActor, type EventDetail, type EventKind, tellsAuthor } from '#domain/reports/event.ts'
import type { Channel } from '#domain/reports/kind.ts'
import type { AuthorSaid, Report } from '#domain/reports/report.ts'
import { isOpen } from '#domain/reports/stage.ts'
import type { AccountId, EventId, Id, MessageId } from '#domain/shared/id.ts'
import { tellAuthor } from './author-mail.ts'
import type { Tx } from './database.ts'
import { addEvent } from './events.ts'
import { passOn } from './groups.ts'
import { refreshInbox } from './inbox.ts'
import { insertMentions, listColleagues, markMentionsRead } from './mentions.ts'
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
  const event = await tellOf(world, tx, change, { by, channel, now })
  await saveChanged(tx, change.report, reportAfter(change, by, now), by, now)
  return event
}

/**
 * Writes the changes of one gesture, each decided on what the one before it left (`reportAfter`): each is an event of its own, the
 * report is saved once, because each saving of a row in many indexes costs as much as all the rest.
 */
export async function recordChanges(
  world: Maker,
  tx: Tx,
  [first, ...others]: readonly [Change, ...Change[]],
  by: Actor,
  channel: Channel,
): Promise<readonly EventId[]> {
  const now = world.now()
  const events: EventId[] = []
  for (const change of [first, ...others]) events.push(await tellOf(world, tx, change, { by, channel, now }))
  await saveChanged(tx, first.report, reportAfter(others.at(-1) ?? first, by, now), by, now)
  return events
}

/** The report as a change leaves it: one version on, and with what its author waits for now. */
export function reportAfter({ report, event }: Change, by: Actor, now: Date): Report {
  return { ...report, ...whatTheAuthorSaid(report, event.kind, eventActor(by), now), version: report.version + 1 }
}

async function saveChanged(tx: Tx, before: Report, after: Report, by: Actor, now: Date): Promise<void> {
  await saveReport(tx, after, now)
  // Whoever does something with a report has seen where they are named.
  if (by.kind === 'staff' && before.mentioned.includes(by.account)) await markMentionsRead(tx, after.id, by.account, now)
  await refreshInbox(tx, after)
}

type Telling = { readonly by: Actor; readonly channel: Channel; readonly now: Date }

/** Everything that a change says but the report itself: its event, its words, whom it tells. */
async function tellOf(world: Maker, tx: Tx, change: Change, { by, channel, now }: Telling): Promise<EventId> {
  const event = world.newId<'event'>()
  const actor = eventActor(by)
  const { report, words } = change
  const written = messagesOf(world, change)
  const message = words ? written[0]?.id : undefined
  const used = await settleOlder(tx, change)
  const told = await whoIsTold(tx, written, change.event.detail.mentions ?? [], by)
  const { mentions: _, ...decided } = change.event.detail
  const mentions = [...new Set([...told.values()].flat())]
  const detail: EventDetail = {
    ...decided,
    ...(message && { message }),
    ...(used && { proposal: used }),
    ...(mentions.length > 0 && { mentions }),
  }
  const { kind } = change.event
  await changeObservers(tx, report.id, detail.added ?? [], detail.removed ?? [])
  await addEvent(tx, { id: event, report: report.id, kind, version: report.version + 1, at: now, actor, detail })
  const account = by.kind === 'staff' ? by.account : null
  const said = { report: report.id, event, fromAuthor: by.kind === 'author', account, channel, at: now }
  for (const one of written) {
    await addMessage(tx, { ...said, proposed: null, ...one })
    await insertMentions(tx, { message: one.id, report: report.id, at: now }, told.get(one.id) ?? [])
  }
  if (tellsStaff({ kind, actor, detail })) await tx.later('mail.to-staff', { tenant: tx.tenant, report: report.id, event })
  if (report.author && tellsAuthor(kind, actor))
    await tellAuthor(world, tx, { report: report.id, author: report.author, event, kind })
  await passOn(tx, reportAfter(change, by, now), { id: event, kind, actor })
  return event
}

/** A reply, and a new proposal, leave no older proposal waiting; tells which one became the reply. */
async function settleOlder(tx: Tx, { report, words, proposal = null }: Change): Promise<MessageId | null> {
  if (words?.kind !== 'reply' && !words?.proposed) return null
  return (await settleProposals(tx, report.id, words.kind === 'reply' ? proposal : null)) === 'used' ? proposal : null
}

type Written = NonNullable<Change['words']> & { readonly id: MessageId }

/** The body's or the author's words, and what goes with them for the colleagues. */
function messagesOf(world: Maker, { words, note }: Change): readonly Written[] {
  const all = [words, note ? ({ kind: 'note', text: note } as const) : null]
  return all.filter((one) => one !== null).map((one) => ({ ...one, id: world.newId<'message'>() }))
}

/** Every note of the staff tells whom it names, whatever it goes with; those chosen beforehand are told of the first. */
async function whoIsTold(
  tx: Tx,
  written: readonly Written[],
  chosen: readonly AccountId[],
  by: Actor,
): Promise<ReadonlyMap<MessageId, readonly AccountId[]>> {
  const notes = by.kind === 'staff' ? written.filter(({ kind }) => kind === 'note') : []
  if (by.kind !== 'staff' || notes.length === 0) return new Map()
  const colleagues = notes.some(({ text }) => text.includes('@')) ? await listColleagues(tx) : []
  return new Map(
    notes.map(({ id, text }, nth) => [id, toldByNote({ text, chosen: nth === 0 ? chosen : [] }, by.account, colleagues)]),
  )
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

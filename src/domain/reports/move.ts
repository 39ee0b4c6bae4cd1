import { resume } from '../clocks/report-clock.ts'
import { dueAt, type Term, type WorkingCalendar } from '../clocks/working-calendar.ts'
import type { MessageKind } from '../conversations/message.ts'
import { isUnfinished } from '../conversations/placeholder.ts'
import { type Actor, holds, worksIn } from '../people/actor.ts'
import type { AccountId, OfficeId, ReportId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { EventDetail, EventKind } from './event.ts'
import { checkNote, type ForcedNoteRefusal, type NotedChange, notedChanges } from './forced-notes.ts'
import { type MayRefusal, type MayRules, mayMove } from './may.ts'
import type { Report } from './report.ts'
import type { DeclineReason } from './stage.ts'
import { type Act, transitions } from './transitions.ts'
import { isVisible, type PublicationPolicy } from './visibility.ts'

/** What is asked of a report's life: the move and what it needs (product design §3). */
export type Move = MoveAsked & {
  /** A word to the colleagues that goes with it. */
  readonly note?: string | undefined
}

type MoveAsked =
  | {
      readonly act: 'take_in_charge'
      readonly office: OfficeId | null
      readonly person: AccountId | null
      /** Who was meant and is absent. */
      readonly insteadOf?: AccountId | undefined
    }
  | { readonly act: 'plan'; readonly date: string }
  | { readonly act: 'entrust'; readonly recipient: string }
  | {
      readonly act: 'decline'
      readonly reason: DeclineReason | null
      readonly text: string
      readonly duplicateOf: ReportId | null
    }
  | { readonly act: 'ask' | 'answer' | 'mark_worked' | 'send_back' | 'resolve'; readonly text: string }
  | {
      readonly act: 'reopen'
      readonly text: string
      /** Who of the office that had it gets it back, where anybody does; who was meant and is absent. */
      readonly person?: AccountId | null
      readonly insteadOf?: AccountId | undefined
    }
  | { readonly act: 'resume' | 'withdraw' }

export type MoveRefusal =
  | MayRefusal
  | ForcedNoteRefusal
  | 'owner_missing'
  | 'date_missing'
  | 'date_past'
  | 'text_missing'
  | 'text_too_long'
  | 'placeholder_left'
  | 'recipient_missing'
  | 'reason_missing'
  | 'other_report_missing'
  | 'other_report_itself'

/** What the body decided that a move asks for; `today` is the civil date (ISO) in the body's zone. */
export type MoveRules = MayRules & {
  readonly calendar: WorkingCalendar
  readonly publication: PublicationPolicy
  readonly resolution: Term
  /** The desk's own office: it owns what nobody else does. */
  readonly deskOffice: OfficeId
  /** Whether the office that owns or owned the report still works. */
  readonly ownerExists: boolean
  readonly today: string
  /** The changes that want a word to the colleagues. */
  readonly forcedNotes: readonly NotedChange[]
}

/** What a move left: the report as it is now, what its history says, and the words for the conversation. */
export type Moved = {
  readonly report: Report
  readonly event: { readonly kind: EventKind; readonly detail: EventDetail }
  readonly words: { readonly kind: MessageKind; readonly text: string } | null
  /** What goes with it for the colleagues alone. */
  readonly note: string | null
}

/** The longest text that a message of the conversation may have, in characters. */
export const messageLength = 5000

/** What the body writes to the author. */
const bodyWrites: readonly Act[] = ['ask', 'resolve', 'decline']

const messageKindOf: Readonly<Partial<Record<Act, MessageKind>>> = {
  ask: 'question',
  answer: 'answer',
  mark_worked: 'note',
  send_back: 'note',
  resolve: 'reply',
  decline: 'reply',
}

/** Moves a report through its life, or says which rule forbids it (product design §3). */
export function decideMove(report: Report, move: Move, actor: Actor, rules: MoveRules, now: Date): Result<Moved, MoveRefusal> {
  const allowed = mayMove(actor, move.act, report, rules, now)
  if (!allowed.ok) return allowed
  if (move.act === 'take_in_charge' && move.office !== null && !mayTakeFor(actor, move.office)) return refuse('not_yours')
  const missing = whatIsMissing(report, move, rules)
  if (missing !== null) return refuse(missing)
  const note = checkNote(move.note, notedChangeOf(move.act), rules.forcedNotes)
  if (!note.ok) return note

  const transition = transitions[move.act]
  const after = settle({ ...report, stage: transition.to, stageSince: now }, report, move, actor, rules, now)
  const kind = move.act === 'reopen' && actor.kind === 'author' ? 'citizen' : (messageKindOf[move.act] ?? 'note')
  return done({
    report: { ...after, visible: isVisible(after, rules.publication) },
    event: {
      kind: transition.event,
      detail: { from: report.stage, to: transition.to, ...detailOf(move, report, after), ...leaving(report, after) },
    },
    words: 'text' in move ? { kind, text: move.text.trim() } : null,
    note: note.value,
  })
}

/** A report is no duplicate of one that follows it: whoever closes the lead closes its group, and that one would be its own duplicate. */
export function checkDuplicate(report: Report, other: Pick<Report, 'lead'>): Result<null, 'other_report_follows'> {
  return other.lead === report.id ? refuse('other_report_follows') : done(null)
}

function notedChangeOf(act: Act): NotedChange | null {
  return notedChanges.find((change) => change === act) ?? null
}

/** The desk and the rules of the body give work to any office; whoever works in an office takes it for that office alone. */
export function mayTakeFor(actor: Actor, office: OfficeId): boolean {
  return actor.kind === 'system' || holds(actor, 'desk') || worksIn(actor, office)
}

function whatIsMissing(report: Report, move: Move, rules: MoveRules): MoveRefusal | null {
  if (move.act === 'take_in_charge' && move.office === null) return 'owner_missing'
  if (move.act === 'plan' && !/^\d{4}-\d{2}-\d{2}$/.test(move.date)) return 'date_missing'
  if (move.act === 'plan' && move.date < rules.today) return 'date_past'
  if (move.act === 'entrust' && move.recipient.trim() === '') return 'recipient_missing'
  if (move.act === 'decline' && move.reason === null) return 'reason_missing'
  if (move.act === 'decline' && move.reason === 'duplicate' && move.duplicateOf === null) return 'other_report_missing'
  if (move.act === 'decline' && move.duplicateOf === report.id) return 'other_report_itself'
  if ('text' in move && move.text.trim() === '') return 'text_missing'
  if ('text' in move && move.text.length > messageLength) return 'text_too_long'
  if ('text' in move && bodyWrites.some((act) => act === move.act) && isUnfinished(move.text)) return 'placeholder_left'
  return null
}

/** What else changes with the stage: owner, clocks, and the marks that belong to one stage only. */
function settle(after: Report, before: Report, move: Move, actor: Actor, rules: MoveRules, now: Date): Report {
  const running = before.stage === 'waiting' ? restartClock(after, rules, now) : after
  const replied = running.firstReplyAt ?? (isFirstReply(move.act) && actor.kind === 'staff' ? now : null)
  const settled = { ...running, firstReplyAt: replied, plannedFor: null, recipient: null }
  const owned = { ...settled, ownerOffice: settled.ownerOffice ?? rules.deskOffice }
  switch (move.act) {
    case 'take_in_charge':
      return { ...settled, ownerOffice: move.office, ownerPerson: move.person }
    case 'plan':
      return { ...ownedByOffice(settled), plannedFor: move.date }
    case 'ask':
      return { ...ownedByOffice(settled), pausedAt: now }
    case 'entrust':
      return { ...ownedByOffice(settled), recipient: move.recipient.trim() }
    case 'resolve':
    case 'withdraw':
      return { ...settled, closedAt: now }
    case 'decline':
      return { ...settled, closedAt: now, declineReason: move.reason, duplicateOf: move.duplicateOf }
    case 'reopen':
      return {
        ...settled,
        ownerOffice: rules.ownerExists ? settled.ownerOffice : rules.deskOffice,
        ownerPerson: rules.ownerExists ? (move.person ?? null) : null,
        closedAt: null,
        declineReason: null,
        duplicateOf: null,
        // An author who says that it is not done is not answered by what is done for the others.
        lead: actor.kind === 'author' ? null : settled.lead,
        resolutionDue: dueAt(now, rules.resolution, rules.calendar),
        termNotice: 'none',
      }
    default:
      return owned
  }
}

function ownedByOffice(report: Report): Report {
  return { ...report, ownerOffice: report.ownerOffice ?? report.routedOffice }
}

function isFirstReply(act: Act): boolean {
  return act === 'ask' || act === 'resolve' || act === 'decline'
}

function restartClock(report: Report, rules: MoveRules, now: Date): Report {
  const clock = resume({ due: report.resolutionDue, pausedAt: report.pausedAt }, now, rules.calendar)
  return { ...report, resolutionDue: clock.due, pausedAt: clock.pausedAt }
}

/** The group that a report leaves. */
function leaving(before: Report, after: Report): EventDetail {
  return before.lead !== null && after.lead === null ? { other: before.lead } : {}
}

function detailOf(move: Move, before: Report, after: Report): EventDetail {
  switch (move.act) {
    case 'take_in_charge':
    case 'reopen': {
      const { ownerOffice: previousOffice } = before
      return {
        office: after.ownerOffice ?? after.routedOffice,
        person: after.ownerPerson,
        ...(previousOffice && previousOffice !== after.ownerOffice && { previousOffice }),
        ...(move.insteadOf && { insteadOf: move.insteadOf }),
      }
    }
    case 'plan':
      return { plannedFor: move.date }
    case 'entrust':
      return { recipient: move.recipient.trim() }
    case 'decline':
      return { ...(move.reason && { reason: move.reason }), ...(move.duplicateOf && { duplicateOf: move.duplicateOf }) }
    default:
      return {}
  }
}

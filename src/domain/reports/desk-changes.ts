import { mostMentions, toldOf } from '../conversations/mention.ts'
import type { MessageKind } from '../conversations/message.ts'
import { isUnfinished } from '../conversations/placeholder.ts'
import type { Actor } from '../people/actor.ts'
import type { RoutedCategory } from '../routing/route-report.ts'
import type { AccountId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { EventDetail, EventKind } from './event.ts'
import type { ReportKind } from './kind.ts'
import { type MayRefusal, type MayRules, may, mayReply } from './may.ts'
import { messageLength } from './move.ts'
import type { Report } from './report.ts'
import { isVisible, type Moderation, type PublicationPolicy, policyFor } from './visibility.ts'

/** What a rule decided about a report that stays in its stage. */
export type Decided = {
  readonly report: Report
  readonly event: { readonly kind: EventKind; readonly detail: EventDetail }
  readonly words: { readonly kind: MessageKind; readonly text: string; readonly proposed?: 'open' } | null
}

export type ClassifyRefusal = MayRefusal | 'category_missing' | 'category_unknown' | 'kind_not_taken' | 'nothing_changes'

/**
 * Files a report under another category or kind: the terms promised at submission stay, a report that nobody owns yet is routed
 * anew, and it is shown to everyone as the new category’s policy says.
 */
export function decideClassification(
  report: Report,
  to: { readonly kind: ReportKind; readonly category: RoutedCategory },
  by: Actor,
  body: PublicationPolicy,
): Result<Decided, ClassifyRefusal> {
  const allowed = may(by, 'classify', report)
  if (!allowed.ok) return allowed
  if (to.kind === report.kind && to.category.id === report.category) return refuse('nothing_changes')
  const visible = isVisible(report, policyFor(to.category, body))
  const shown = visible === report.visible ? {} : { visible }
  const { id: category, office: routedOffice } = to.category
  const was = { previousCategory: report.category, ...(to.kind !== report.kind && { previousKind: report.kind }) }
  return done({
    report: { ...report, kind: to.kind, category, routedOffice, visible },
    event: { kind: 'classified', detail: { reportKind: to.kind, category, ...was, ...shown, ...rerouted(report, to.category) } },
    words: null,
  })
}

/** Where it goes on with its new category, and by which rule, while nobody owns it. */
function rerouted(report: Report, { office, byRule }: RoutedCategory): EventDetail {
  if (report.ownerOffice !== null) return {}
  const moved = office === report.routedOffice ? {} : { office, previousOffice: report.routedOffice }
  return { ...moved, ...(byRule && { rules: [byRule] }) }
}

export type ModerateRefusal = MayRefusal | 'no_consent' | 'not_in_charge' | 'nothing_changes'

/**
 * Shows a report to everyone or keeps it private: never against its author’s wish, nor where the body shows none, nor, where the
 * body looks first, before somebody has taken charge.
 */
export function decideModeration(
  report: Report,
  to: Moderation,
  by: Actor,
  publication: PublicationPolicy,
): Result<Decided, ModerateRefusal> {
  const allowed = may(by, 'moderate', report)
  if (!allowed.ok) return allowed
  if (to === 'approved' && !report.consent) return refuse('no_consent')
  if (to === 'approved' && publication === 'never') return refuse('body_forbids')
  if (to === 'approved' && publication === 'after_approval' && report.stage === 'submitted') return refuse('not_in_charge')
  if (to === report.moderation) return refuse('nothing_changes')
  const moderated = { ...report, moderation: to }
  const visible = isVisible(moderated, publication)
  return done({
    report: { ...moderated, visible },
    event: { kind: 'moderated', detail: { moderation: to, visible } },
    words: null,
  })
}

type TextRefusal = MayRefusal | 'text_missing' | 'text_too_long'

export type NoteRefusal = TextRefusal | 'mentions_too_many'

/** A word among staff that changes nothing; it can name colleagues, who are told. */
export type Note = { readonly text: string; readonly mentions?: readonly AccountId[] }

/** Writes a note that staff alone read. */
export function decideNote(report: Report, note: Note, by: Actor): Result<Decided, NoteRefusal> {
  const allowed = may(by, 'note', report)
  if (!allowed.ok) return allowed
  const text = checkText(note.text)
  if (!text.ok) return text
  const mentions = toldOf(note.mentions ?? [], by.kind === 'staff' ? by.account : null)
  if (mentions.length > mostMentions) return refuse('mentions_too_many')
  const detail = mentions.length > 0 ? { mentions } : {}
  return done({ report, event: { kind: 'noted', detail }, words: { kind: 'note', text: text.value } })
}

export type ReplyRefusal = TextRefusal | 'placeholder_left'

/** Replies to the author in the body’s name, and leaves the report open. */
export function decideReply(
  report: Report,
  given: string,
  by: Actor,
  rules: Pick<MayRules, 'officesMayReply'>,
  now: Date,
): Result<Decided, ReplyRefusal> {
  const allowed = mayReply(by, report, rules)
  if (!allowed.ok) return allowed
  const text = checkText(given)
  if (!text.ok) return text
  if (isUnfinished(text.value)) return refuse('placeholder_left')
  return done({
    report: { ...report, firstReplyAt: report.firstReplyAt ?? now },
    event: { kind: 'replied', detail: {} },
    words: { kind: 'reply', text: text.value },
  })
}

function checkText(given: string): Result<string, 'text_missing' | 'text_too_long'> {
  const text = given.trim()
  if (text === '') return refuse('text_missing')
  return text.length > messageLength ? refuse('text_too_long') : done(text)
}

export type ProposeRefusal = ReplyRefusal

/** Whoever may write notes proposes a reply to whoever may reply; a new one takes the place of the one before. */
export function decideProposal(report: Report, given: string, by: Actor): Result<Decided, ProposeRefusal> {
  const allowed = may(by, 'propose_reply', report)
  if (!allowed.ok) return allowed
  const text = checkText(given)
  if (!text.ok) return text
  if (isUnfinished(text.value)) return refuse('placeholder_left')
  const words = { kind: 'note', text: text.value, proposed: 'open' } as const
  return done({ report, event: { kind: 'reply_proposed', detail: {} }, words })
}

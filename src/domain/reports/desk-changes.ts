import type { Category } from '../categories/category.ts'
import { mostMentions, toldOf } from '../conversations/mention.ts'
import type { MessageKind } from '../conversations/message.ts'
import { isUnfinished } from '../conversations/placeholder.ts'
import type { Actor } from '../people/actor.ts'
import type { AccountId, CategoryId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { EventDetail, EventKind } from './event.ts'
import type { ReportKind } from './kind.ts'
import { type MayRefusal, may } from './may.ts'
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
  to: { readonly kind: ReportKind; readonly category: Category },
  by: Actor,
  body: PublicationPolicy,
): Result<Decided, ClassifyRefusal> {
  const allowed = may(by, 'classify', report)
  if (!allowed.ok) return allowed
  if (to.kind === report.kind && to.category.id === report.category) return refuse('nothing_changes')
  const previousCategory: CategoryId = report.category
  const visible = isVisible(report, policyFor(to.category, body))
  const shown = visible === report.visible ? {} : { visible }
  const { office } = to.category
  const rerouted = report.ownerOffice === null && office !== report.routedOffice
  const routed = rerouted ? { office, previousOffice: report.routedOffice } : {}
  return done({
    report: { ...report, kind: to.kind, category: to.category.id, routedOffice: office, visible },
    event: {
      kind: 'classified',
      detail: { reportKind: to.kind, category: to.category.id, previousCategory, ...shown, ...routed },
    },
    words: null,
  })
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

export type WriteRefusal = MayRefusal | 'text_missing' | 'text_too_long' | 'placeholder_left' | 'mentions_too_many'

/** What somebody writes that changes no stage; a note can name colleagues, who are told. */
export type Writing = {
  readonly kind: 'note' | 'reply'
  readonly text: string
  readonly mentions?: readonly AccountId[]
}

/** Adds words that change no stage: a note among staff, or a reply of the body that leaves the report open. */
export function decideWriting(report: Report, what: Writing, by: Actor, now: Date): Result<Decided, WriteRefusal> {
  const allowed = may(by, what.kind, report)
  if (!allowed.ok) return allowed
  const text = what.text.trim()
  if (text === '') return refuse('text_missing')
  if (text.length > messageLength) return refuse('text_too_long')
  if (what.kind === 'reply' && isUnfinished(text)) return refuse('placeholder_left')
  const mentions = what.kind === 'note' ? toldOf(what.mentions ?? [], by.kind === 'staff' ? by.account : null) : []
  if (mentions.length > mostMentions) return refuse('mentions_too_many')
  const answered = what.kind === 'reply' ? { ...report, firstReplyAt: report.firstReplyAt ?? now } : report
  return done({
    report: answered,
    event: { kind: what.kind === 'reply' ? 'replied' : 'noted', detail: mentions.length > 0 ? { mentions } : {} },
    words: { kind: what.kind, text },
  })
}

export type ProposeRefusal = MayRefusal | 'text_missing' | 'text_too_long' | 'placeholder_left'

/** Whoever may write notes proposes a reply to whoever may reply; a new one takes the place of the one before. */
export function decideProposal(report: Report, given: string, by: Actor): Result<Decided, ProposeRefusal> {
  const allowed = may(by, 'propose_reply', report)
  if (!allowed.ok) return allowed
  const text = given.trim()
  if (text === '') return refuse('text_missing')
  if (text.length > messageLength) return refuse('text_too_long')
  if (isUnfinished(text)) return refuse('placeholder_left')
  return done({ report, event: { kind: 'reply_proposed', detail: {} }, words: { kind: 'note', text, proposed: 'open' } })
}

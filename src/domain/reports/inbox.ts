import type { Actor } from '../people/actor.ts'
import { mayDo } from '../people/capability.ts'
import type { OfficeId } from '../shared/id.ts'
import type { Report } from './report.ts'
import { isOpen } from './stage.ts'
import type { PublicationPolicy } from './visibility.ts'

/** What a report asks of the body next; an open report has exactly one. */
export const nextActions = ['classify', 'take_in_charge', 'answered', 'read_author', 'answer', 'work', 'wait'] as const

export type NextAction = (typeof nextActions)[number]

/** What a report asks for besides, as many as hold. */
export const inboxFlags = ['proposed', 'late', 'warned', 'supplier', 'moderate', 'mail_failed'] as const

/** Where a report lies in the inbox: `open` holds every open one, `mentioned` those on which the person is named, the others what they say. */
export const buckets = ['open', ...nextActions, 'mentioned', ...inboxFlags] as const

export type Bucket = (typeof buckets)[number]

const desksBuckets: readonly Bucket[] = ['classify', 'answer', 'proposed', 'moderate', 'mail_failed']

/**
 * Where somebody looks for what they may do: the desk everywhere; an office not where the desk alone can do something, unless it may
 * answer in some category itself.
 */
export function bucketsOf(actor: Actor, categories: readonly { readonly officesMayReply: boolean }[]): readonly Bucket[] {
  if (mayDo(actor, 'see_desk')) return buckets
  const mayAnswer = categories.some(({ officesMayReply }) => officesMayReply)
  return buckets.filter((bucket) => !desksBuckets.includes(bucket) || (bucket === 'answer' && mayAnswer))
}

/** What the inbox asks besides the report itself. */
export type InboxMarks = {
  /** The desk's own office: what is routed to it nobody has classified yet. */
  readonly deskOffice: OfficeId
  readonly publication: PublicationPolicy
  /** A photo or a comment waits for the desk's look. */
  readonly pendingAdditions: boolean
  /** A letter to the author came back or could not be sent. */
  readonly mailFailed: boolean
  /** Somebody outside said that the work is done, or that they will not do it. */
  readonly supplierAnswered: boolean
  /** Somebody who may not reply has written a reply for whoever may. */
  readonly replyProposed: boolean
}

type Asking = Pick<Report, 'stage' | 'authorWaitsSince' | 'authorSaid' | 'routedOffice' | 'ownerOffice'>

/**
 * What an open report asks of the body next: to be classified (nobody but the desk is known for it), taken in charge, read because
 * the author answered, or wrote, to be answered because the work is done, worked on, or waited for.
 */
export function nextAction(report: Asking, deskOffice: OfficeId): NextAction | null {
  if (!isOpen(report.stage)) return null
  if (report.stage === 'submitted') return report.routedOffice === deskOffice ? 'classify' : 'take_in_charge'
  if (report.authorWaitsSince !== null) return report.authorSaid === 'message' ? 'read_author' : 'answered'
  if (report.stage === 'worked') return 'answer'
  return report.stage === 'waiting' ? 'wait' : 'work'
}

/** Everywhere a report lies in the inbox of the office, and perhaps the person, that has it; nowhere once nothing is left to do. */
export function inboxBuckets(report: Report, marks: InboxMarks): readonly Bucket[] {
  const action = nextAction(report, marks.deskOffice)
  const runs = action !== null && report.stage !== 'waiting'
  const late = report.termNotice === 'late' || report.termNotice === 'very_late'
  const holding: Readonly<Record<(typeof inboxFlags)[number], boolean>> = {
    proposed: action !== null && marks.replyProposed,
    late: runs && late,
    warned: runs && report.termNotice === 'warned',
    supplier: report.stage === 'with_others' && marks.supplierAnswered,
    moderate: asksForModeration(report, marks),
    mail_failed: marks.mailFailed,
  }
  const flags = inboxFlags.filter((flag) => holding[flag])
  return action === null ? flags : ['open', action, ...flags]
}

/** Whom a report lies with: the office that owns it or, while nobody does, the one that it is routed to. */
export function responsibleOffice(report: Pick<Report, 'ownerOffice' | 'routedOffice'>): OfficeId {
  return report.ownerOffice ?? report.routedOffice
}

function asksForModeration(report: Report, { publication, pendingAdditions }: InboxMarks): boolean {
  if (!report.consent || publication === 'never' || report.stage === 'withdrawn' || report.moderation === 'rejected') return false
  if (report.stage === 'submitted' && publication === 'after_approval') return false
  return report.moderation === 'pending' || pendingAdditions
}

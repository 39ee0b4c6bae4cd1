import type { RequestCategory } from '../assistance/request.ts'
import type { AppliedRule } from '../routing/route-report.ts'
import type { ServiceId } from '../services/service.ts'
import type { AccountId, ApiKeyId, AreaId, CategoryId, EventId, Id, MessageId, OfficeId, ReportId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import type { ReportKind } from './kind.ts'
import type { Priority } from './priority.ts'
import type { DeclineReason, Stage } from './stage.ts'
import type { Moderation } from './visibility.ts'

/** What may happen to a report; a row of its history is never changed. */
export const eventKinds = [
  'submitted',
  'taken_in_charge',
  'planned',
  'asked',
  'answered',
  'resumed',
  'entrusted',
  'worked',
  'sent_back',
  'resolved',
  'declined',
  'withdrawn',
  'reopened',
  'assigned',
  'classified',
  'moderated',
  'replied',
  'noted',
  'reply_proposed',
  'message_added',
  'photo_added',
  'photo_moderated',
  'media_refused',
  'moved',
  'redacted',
  'prioritised',
  'observers_changed',
  'term_set',
  'term_warned',
  'term_late',
  'term_very_late',
  'grouped',
  'regrouped',
  'gathered',
  'ungrouped',
  'split',
  'split_off',
  'related',
  'unrelated',
  'rules_applied',
  'comment_moderated',
  'mail_resent',
  'given_back',
  'contacts_corrected',
  'supplier_invited',
  'supplier_accepted',
  'supplier_refused',
  'supplier_done',
  'supplier_revoked',
  'rated',
] as const

export type EventKind = (typeof eventKinds)[number]

const told: readonly EventKind[] = [
  'submitted',
  'taken_in_charge',
  'planned',
  'asked',
  'resumed',
  'entrusted',
  'worked',
  'resolved',
  'declined',
  'reopened',
  'replied',
  'grouped',
  'split',
]

/** Whether the author is told by mail: of what the body did, once each; of their own doing, only that the report arrived. */
export function tellsAuthor(kind: EventKind, by: EventActor): boolean {
  return told.includes(kind) && (kind === 'submitted' || by.kind !== 'author')
}

/** Who did it, as it is kept in the history: no name, so that history survives an erasure. */
export type EventActor =
  | { readonly kind: 'author' }
  | { readonly kind: 'staff'; readonly account: AccountId }
  | { readonly kind: 'machine'; readonly key: ApiKeyId }
  | { readonly kind: 'supplier'; readonly link: Id<'supplier-link'> }
  | { readonly kind: 'system' }

/** What changed, old and new, by ids; only what belongs to the kind of event is there. */
export type EventDetail = {
  readonly from?: Stage
  readonly to?: Stage
  readonly office?: OfficeId
  /** What somebody asks for assistance with. */
  readonly serviceCategory?: RequestCategory
  readonly service?: ServiceId
  readonly person?: AccountId | null
  readonly previousOffice?: OfficeId | null
  readonly previousPerson?: AccountId | null
  /** Who was meant and is absent: the substitute, or the office, has it. */
  readonly insteadOf?: AccountId
  /** Which of the author's details were corrected; never what they are. */
  readonly corrected?: readonly ('name' | 'email' | 'phone')[]
  readonly reportKind?: ReportKind
  readonly category?: CategoryId
  readonly previousKind?: ReportKind
  readonly previousCategory?: CategoryId
  readonly area?: AreaId | null
  readonly previousArea?: AreaId | null
  readonly place?: Place
  readonly address?: string | null
  readonly previousPlace?: Place | null
  readonly previousAddress?: string | null
  /** Title and text as they were, for staff alone. */
  readonly previousTitle?: string
  readonly previousDescription?: string
  /** Why they were changed; the author reads it. */
  readonly why?: string
  readonly plannedFor?: string
  readonly recipient?: string
  readonly reason?: DeclineReason
  readonly duplicateOf?: ReportId
  readonly moderation?: Moderation
  readonly visible?: boolean
  /** Words for which a report is held back. */
  readonly words?: readonly string[]
  readonly message?: MessageId
  readonly pictures?: number
  readonly media?: RefusedMedia
  readonly priority?: Priority
  readonly previousPriority?: Priority
  /** Observing offices that joined, and that left. */
  readonly added?: readonly OfficeId[]
  readonly removed?: readonly OfficeId[]
  /** Instants (ISO) of a term that was moved. */
  readonly due?: string
  readonly previousDue?: string
  readonly term?: 'first_reply' | 'resolution'
  /** The other report of a group, a split or a relation. */
  readonly other?: ReportId
  readonly others?: readonly ReportId[]
  /** The event of the lead that this one follows, in a group. */
  readonly follows?: EventId
  /** The link by which somebody outside was asked. */
  readonly supplier?: Id<'supplier-link'>
  /** The event whose letter was sent again. */
  readonly mail?: EventId
  /** The proposed reply that was used. */
  readonly proposal?: MessageId
  /** Who is named in a note. */
  readonly mentions?: readonly AccountId[]
  /** The rules of the body that were applied, with what they advise. */
  readonly rules?: readonly AppliedRule[]
  readonly template?: Id<'template'>
  readonly referral?: string
  /** How content the author is, 1–5. */
  readonly stars?: number
}

/** Why a picture that a program named by its address was not taken. */
export type MediaRefusal = 'not_reachable' | 'address_forbidden' | 'too_large' | 'not_an_image' | 'damaged'

/** A picture that was not taken: where it lay, why, and which event of the history named it in which place. */
export type RefusedMedia = {
  readonly host: string
  readonly refusal: MediaRefusal
  readonly follows: EventId
  readonly position: number
}

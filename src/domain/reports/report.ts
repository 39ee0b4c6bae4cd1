import type { Answers } from '../categories/question.ts'
import type { AccountId, AreaId, AuthorId, CategoryId, OfficeId, ReportId, TenantId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import type { Locale } from '../shared/words.ts'
import type { Channel, ReportKind } from './kind.ts'
import type { Priority } from './priority.ts'
import type { DeclineReason, Stage } from './stage.ts'
import type { Moderation } from './visibility.ts'

/** How the resolution term stands, as the last look of the platform left it; it is warned of once, and once of each delay. */
export const termNotices = ['none', 'warned', 'late', 'very_late'] as const

export type TermNotice = (typeof termNotices)[number]

/** What the author said last that nobody has taken up yet. */
export type AuthorSaid = 'message' | 'answer' | 'reopening'

/** What a person told the body, with its current values; the past is in its events, the author is kept apart. */
export type Report = {
  readonly tenant: TenantId
  readonly id: ReportId
  readonly number: number
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly title: string
  readonly description: string
  readonly answers: Answers
  readonly stage: Stage
  readonly stageSince: Date
  /** The office that the category or a rule sends it to, before anybody owns it. */
  readonly routedOffice: OfficeId
  /** The office that has the work, or had it last when the report is closed. */
  readonly ownerOffice: OfficeId | null
  readonly ownerPerson: AccountId | null
  readonly observers: readonly OfficeId[]
  /** Who was named in a note on it. */
  readonly mentioned: readonly AccountId[]
  readonly priority: Priority
  /** How many times the owning office changed. */
  readonly handOvers: number
  /** The report whose group this one belongs to: what is told of that one is told of this one too. */
  readonly lead: ReportId | null
  readonly author: AuthorId | null
  readonly channel: Channel
  readonly place: Place | null
  readonly address: string | null
  readonly area: AreaId | null
  readonly consent: boolean
  readonly moderation: Moderation
  /** It holds a word that the body blocks: nobody sees it until the desk has decided. */
  readonly heldBack: boolean
  readonly visible: boolean
  readonly submittedAt: Date
  readonly firstReplyDue: Date
  readonly firstReplyAt: Date | null
  readonly resolutionDue: Date
  readonly pausedAt: Date | null
  readonly closedAt: Date | null
  /** Since when something that the author wrote has to be read. */
  readonly authorWaitsSince: Date | null
  readonly authorSaid: AuthorSaid | null
  readonly termNotice: TermNotice
  /** Civil date (ISO) in the body's zone. */
  readonly plannedFor: string | null
  readonly recipient: string | null
  readonly declineReason: DeclineReason | null
  readonly duplicateOf: ReportId | null
  /** How content the author is with how it went, 1–5, as they said it last. */
  readonly stars: number | null
  readonly version: number
}

/** How a report's author is reached; kept apart from the report and erasable. */
export type AuthorDetails = {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly locale: Locale
}

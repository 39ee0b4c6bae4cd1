import type { EventKind } from '../reports/event.ts'
import type { ReportKind } from '../reports/kind.ts'
import type { DeclineReason } from '../reports/stage.ts'

/** What a letter to the author says, gathered when it is written. */
export type AuthorLetterFacts<Kind extends EventKind = EventKind> = {
  readonly kind: Kind
  readonly body: { readonly name: string; readonly zone: string }
  readonly desk: { readonly name: string; readonly phone: string; readonly email: string }
  readonly author: { readonly firstName: string | null; readonly lastName: string | null }
  readonly report: {
    readonly number: number
    readonly kind: ReportKind
    readonly title: string
    readonly category: string
    readonly address: string | null
    readonly submittedAt: Date
    readonly firstReplyDue: Date
    readonly resolutionDue: Date
  }
  readonly office: string | null
  /** Civil date (ISO). */
  readonly plannedFor: string | null
  readonly recipient: string | null
  readonly reason: DeclineReason | null
  /** The public report that this one repeats. */
  readonly duplicateOf: { readonly number: number; readonly address: string } | null
  /** What the body asked or answered; what is the author's own is still to be filled in. */
  readonly message: string | null
  /** The reports that were made of it. */
  readonly parts: readonly { readonly number: number; readonly title: string }[]
  /** The files that went with the words, and where the author finds them. */
  readonly files: readonly { readonly name: string; readonly href: string }[]
  readonly reopenUntil: Date | null
  /** The private page. */
  readonly link: string
}

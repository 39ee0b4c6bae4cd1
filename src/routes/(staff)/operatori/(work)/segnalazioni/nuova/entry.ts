import type { DraftContent } from '#domain/reports/draft.ts'
import type { Channel } from '#domain/reports/kind.ts'
import type { Priority } from '#domain/reports/priority.ts'
import type { Locale } from '#domain/shared/words.ts'

/** The channels by which somebody else writes a report down. */
export const entryChannels = ['phone', 'counter', 'email', 'post'] as const satisfies readonly Channel[]

type EntryChannel = (typeof entryChannels)[number]

/** What is typed while somebody speaks, right or wrong. */
export type Entry = {
  /** Made when the page was opened: the same key twice is one report. */
  readonly key: string
  /** Opens the draft that holds the files sent so far; empty while there are none. */
  readonly draft: string
  readonly content: DraftContent
  readonly categoryTyped: string
  readonly channel: EntryChannel
  readonly locale: Locale
  readonly priority: Priority
  readonly note: string
  readonly find: string
  /** The number of the report together with which it is recorded; empty for one of its own. */
  readonly under: string
  /** The numbers of the reports that were shown as alike. */
  readonly seen: readonly string[]
}

/** A report that may be about the same, as the entry shows it. */
export type ShownCandidate = {
  readonly number: number
  readonly title: string
  readonly stage: string
  readonly why: string
  readonly href: string
  readonly open: boolean
  /** The person may record it together with this one. */
  readonly joinable: boolean
}

import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'

/** What a page lets people rate; whatever a `load` gives under this name is asked at the foot of its page. */
export type Rateable = {
  /** What is rated, sealed: it comes back as it went out. */
  readonly subject: string
  readonly question: 'page' | 'service'
  /** How it is rated so far and what was changed for it, where everybody may read that. */
  readonly result: RatingResult | null
  readonly locale: Locale
  readonly words: Dictionary['ratings']
}

export type RatingResult = {
  readonly text: string | null
  readonly improvements: readonly { readonly day: { readonly iso: string; readonly text: string }; readonly text: string }[]
}

/** A rating as it was sent and could not be taken. */
export type SentRating = {
  readonly stars: string
  readonly liked: string
  readonly difficulty: string
  readonly text: string
}

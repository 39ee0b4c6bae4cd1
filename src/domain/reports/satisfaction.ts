import type { Author } from '../people/actor.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { type MayRefusal, may } from './may.ts'
import { messageLength } from './move.ts'
import type { Report } from './report.ts'

/** How content an author is with how their report went; unsaid where it was answered and they said nothing. */
export const satisfactions = ['dissatisfied', 'neutral', 'satisfied', 'unsaid'] as const

export type Satisfaction = (typeof satisfactions)[number]

/** The stars that stand for each: one or two, three, four or five. */
export const starsOf: Readonly<Record<Exclude<Satisfaction, 'unsaid'>, readonly number[]>> = {
  dissatisfied: [1, 2],
  neutral: [3],
  satisfied: [4, 5],
}

/** Tells how content the author is; null while there is no answer that they could judge. */
export function satisfactionOf({ stars, stage }: Pick<Report, 'stars' | 'stage'>): Satisfaction | null {
  if (stars !== null) return stars < 3 ? 'dissatisfied' : stars > 3 ? 'satisfied' : 'neutral'
  return stage === 'resolved' || stage === 'declined' ? 'unsaid' : null
}

export type RateRefusal = MayRefusal | 'stars_missing' | 'text_too_long'

/** What the author thinks of how it went: one to five stars and, if they like, words. The last judgement counts. */
export function decideRating(
  report: Report,
  by: Author,
  { stars, text }: { readonly stars: number; readonly text: string },
): Result<{ readonly report: Report; readonly text: string }, RateRefusal> {
  const allowed = may(by, 'rate', report)
  if (!allowed.ok) return allowed
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return refuse('stars_missing')
  const words = text.trim()
  if (words.length > messageLength) return refuse('text_too_long')
  return done({ report: { ...report, stars }, text: words })
}

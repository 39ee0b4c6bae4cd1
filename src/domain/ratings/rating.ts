import { done, type Result, refuse } from '../shared/result.ts'

/** What people liked, in the order of the official answers; said with four or five stars. */
const liked: readonly string[] = ['clear', 'complete', 'confident', 'smooth', 'other']

/** Where people had difficulties, in the order of the official answers; said with one to three stars. */
const difficulties: readonly string[] = ['unclear', 'incomplete', 'lost', 'technical', 'other']

/** How it went: stars, the number of the closed answer that fits the stars, and words. Nobody's name goes with it. */
export type Rating = {
  readonly subject: string
  readonly stars: number
  readonly answer: number | null
  readonly detail: string | null
}

export type RatingRefusal = 'stars_missing'

const longestDetail = 200

/** Reads a rating: an answer that does not fit the stars is left out, and words are cut where the form says that they end. */
export function readRating(
  subject: string,
  given: { readonly stars: string; readonly liked: string; readonly difficulty: string; readonly text: string },
): Result<Rating, RatingRefusal> {
  const stars = /^[1-5]$/.test(given.stars) ? Number(given.stars) : 0
  if (stars === 0) return refuse('stars_missing')
  const at = stars > 3 ? liked.indexOf(given.liked) : difficulties.indexOf(given.difficulty)
  const detail = given.text.trim().slice(0, longestDetail)
  return done({ subject, stars, answer: at < 0 ? null : at + 1, detail: detail === '' ? null : detail })
}

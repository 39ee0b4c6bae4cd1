import { done, type Result, refuse } from '../shared/result.ts'

/** What people liked, in the order of the official answers; said with four or five stars. */
const liked = ['clear', 'complete', 'confident', 'smooth', 'other'] as const

/** Where people had difficulties, in the order of the official answers; said with one to three stars. */
const difficulties = ['unclear', 'incomplete', 'lost', 'technical', 'other'] as const

/** How it went: stars, the number of the closed answer that fits the stars, and words. Nobody's name goes with it. */
export type Rating = {
  readonly stars: number
  readonly answer: number | null
  readonly detail: string | null
}

export type RatingRefusal = 'stars_missing'

const longestDetail = 200

/** Reads a rating: an answer that does not fit the stars is left out, and words are cut where the form says that they end. */
export function readRating(given: {
  readonly stars: string
  readonly liked: string
  readonly difficulty: string
  readonly text: string
}): Result<Rating, RatingRefusal> {
  const stars = /^[1-5]$/.test(given.stars) ? Number(given.stars) : 0
  if (stars === 0) return refuse('stars_missing')
  const answers: readonly string[] = stars > 3 ? liked : difficulties
  const at = answers.indexOf(stars > 3 ? given.liked : given.difficulty)
  const detail = given.text.trim().slice(0, longestDetail).toWellFormed()
  return done({ stars, answer: at < 0 ? null : at + 1, detail: detail === '' ? null : detail })
}

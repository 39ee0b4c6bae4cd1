/** Ratings counted: how many said one star, two, …, five; how many gave each answer, the five of what was liked before the five difficulties. */
export type Tally = { readonly stars: readonly number[]; readonly answers: readonly number[] }

/** No ratings at all. */
export const nothingRated: Tally = { stars: Array.from({ length: 5 }, () => 0), answers: Array.from({ length: 10 }, () => 0) }

/** Several tallies as one. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const add = (one: readonly number[], other: readonly number[]) => one.map((n, at) => n + (other[at] ?? 0))
  return tallies.reduce(
    (sum, { stars, answers }) => ({ stars: add(sum.stars, stars), answers: add(sum.answers, answers) }),
    nothingRated,
  )
}

/** How many rated. */
export function ratingsIn({ stars }: Pick<Tally, 'stars'>): number {
  return stars.reduce((sum, n) => sum + n, 0)
}

/** The mean of the stars, from 1 to 5; null where nobody rated. */
export function averageOf({ stars }: Pick<Tally, 'stars'>): number | null {
  const rated = ratingsIn({ stars })
  return rated === 0 ? null : stars.reduce((sum, n, at) => sum + n * (at + 1), 0) / rated
}

import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** How often each public write may be asked for by one address: points in seconds. */
const budgets = {
  'sign-in': { points: 10, duration: 900 },
  'sign-in-account': { points: 10, duration: 900 },
  'citizen-code': { points: 10, duration: 900 },
  'citizen-code-address': { points: 5, duration: 900 },
  'citizen-sign-in': { points: 30, duration: 900 },
  report: { points: 30, duration: 3600 },
  draft: { points: 120, duration: 3600 },
  'draft-save': { points: 1200, duration: 3600 },
  'draft-mail': { points: 10, duration: 3600 },
  'draft-mail-address': { points: 5, duration: 3600 },
  'draft-find': { points: 10, duration: 900 },
  upload: { points: 120, duration: 3600 },
  'supplier-write': { points: 60, duration: 3600 },
  'author-write': { points: 60, duration: 3600 },
  rating: { points: 60, duration: 3600 },
  hold: { points: 60, duration: 3600 },
  booking: { points: 30, duration: 3600 },
  'appointment-find': { points: 10, duration: 900 },
  'open311-write': { points: 600, duration: 3600 },
} as const

type LimitName = keyof typeof budgets

export type Limits = {
  /** Takes one from the budget; false when nothing is left. */
  take(name: LimitName, whose: string): Promise<boolean>
}

/** Counts in the database, so that all nodes count together; who it was is kept as a hash alone. */
export function openLimits(pool: pg.Pool, on: boolean): Limits {
  if (!on) return { take: async () => true }
  const limiters = new Map(
    Object.entries(budgets).map(([name, budget]) => [
      name,
      new RateLimiterPostgres({ storeClient: pool, tableName: 'rate_limit', tableCreated: true, keyPrefix: name, ...budget }),
    ]),
  )
  return {
    take: async (name, whose) => {
      const key = createHash('sha256').update(whose).digest('base64url').slice(0, 22)
      try {
        await limiters.get(name)?.consume(key)
        return true
      } catch (answer) {
        if (answer instanceof RateLimiterRes) return false
        throw answer
      }
    },
  }
}

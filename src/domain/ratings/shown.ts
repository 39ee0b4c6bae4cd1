import { Temporal } from 'temporal-polyfill'
import type { Period } from './spans.ts'

/** The fewest ratings of which everybody reads a figure: the mean of fewer says what one person gave. */
export const fewestShown = 5

/** The time that counts for what everybody reads: the year that ends today. */
export function shownPeriod(today: string): Period {
  return { from: Temporal.PlainDate.from(today).subtract({ years: 1 }).toString(), to: today }
}

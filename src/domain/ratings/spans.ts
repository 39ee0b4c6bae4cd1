import { Temporal } from 'temporal-polyfill'
import { dayBefore, mondayOf } from '../shared/day-span.ts'

/** Civil dates (ISO), both included. */
export type Period = { readonly from: string; readonly to: string }

/** By what the course of ratings is shown, and counted. */
export const ratingSteps = ['month', 'week'] as const

export type RatingStep = (typeof ratingSteps)[number]

/** A period as the whole steps in it, from the first days of `first` up to and without `end`, and the days before and behind them. */
export type Spans = { readonly whole: { readonly first: string; readonly end: string } | null; readonly days: readonly Period[] }

/** Parts a period so that as much of it as can be is counted by months or weeks; the step that holds today has nothing behind today. */
export function spansOf({ from, to }: Period, today: string, step: RatingStep): Spans {
  const first = stepOf(from, step) === from ? from : stepAfter(from, step)
  const end = to >= today ? stepAfter(to, step) : stepOf(dayAfter(to), step)
  if (first >= end) return { whole: null, days: [{ from, to }] }
  const before = from < first ? [{ from, to: dayBefore(first) }] : []
  const behind = end <= to ? [{ from: end, to }] : []
  return { whole: { first, end }, days: [...before, ...behind] }
}

/** The first day of the month or week in which a civil date (ISO) falls. */
export function stepOf(day: string, step: RatingStep): string {
  return step === 'week' ? mondayOf(day) : `${day.slice(0, 8)}01`
}

/** The first day of the next one. */
export function stepAfter(day: string, step: RatingStep): string {
  return Temporal.PlainDate.from(stepOf(day, step))
    .add(step === 'week' ? { weeks: 1 } : { months: 1 })
    .toString()
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

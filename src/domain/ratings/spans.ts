import { Temporal } from 'temporal-polyfill'
import { dayBefore } from '../shared/day-span.ts'
import type { Period } from './results-filter.ts'

/** A period as the whole months in it, from the first days of `first` up to and without `end`, and the days before and behind them. */
export type Spans = { readonly months: { readonly first: string; readonly end: string } | null; readonly days: readonly Period[] }

/** Parts a period so that as much of it as can be is counted by months; the month that holds today has nothing behind today. */
export function spansOf({ from, to }: Period, today: string): Spans {
  const first = from.endsWith('-01') ? from : monthAfter(from)
  const end = to >= today || dayAfter(to).endsWith('-01') ? monthAfter(to) : monthOf(to)
  if (first >= end) return { months: null, days: [{ from, to }] }
  const before = from < first ? [{ from, to: dayBefore(first) }] : []
  const behind = end <= to ? [{ from: end, to }] : []
  return { months: { first, end }, days: [...before, ...behind] }
}

/** The first day of the month of a civil date (ISO). */
export function monthOf(day: string): string {
  return `${day.slice(0, 8)}01`
}

function monthAfter(day: string): string {
  return Temporal.PlainDate.from(monthOf(day)).add({ months: 1 }).toString()
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

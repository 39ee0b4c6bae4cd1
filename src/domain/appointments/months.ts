import { Temporal } from 'temporal-polyfill'
import { civilDate } from '../shared/civil-date.ts'
import { startOfDay } from '../shared/day-span.ts'

type Span = { readonly from: Date; readonly to: Date }

/** The civil months (`2026-05`) that a span `[from, to)` touches, in order. */
export function monthsOf({ from, to }: Span, zone: string): readonly string[] {
  if (from >= to) return []
  const last = civilDate(new Date(to.getTime() - 1), zone).slice(0, 7)
  const months: string[] = []
  for (let month = civilDate(from, zone).slice(0, 7); month <= last; month = monthAfter(month)) months.push(month)
  return months
}

/** From when until when a civil month lasts. */
export function monthSpan(month: string, zone: string): Span {
  return { from: startOfDay(`${month}-01`, zone), to: startOfDay(`${monthAfter(month)}-01`, zone) }
}

function monthAfter(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()
}

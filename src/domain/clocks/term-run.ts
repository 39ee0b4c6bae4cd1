import type { EventKind } from '../reports/event.ts'
import type { Pause } from './report-clock.ts'

/** When a term began, the last time that it did, and when it stood still since; a pause that lasts is not among them. */
export type TermRun = { readonly start: Date; readonly pauses: readonly Pause[] }

/** A report that waits is planned, entrusted or worked where the lead of its group is. */
const endings: readonly EventKind[] = [
  'answered',
  'resumed',
  'planned',
  'entrusted',
  'worked',
  'resolved',
  'declined',
  'withdrawn',
]

/** How a report's resolution term ran, from its history (oldest first): a question stops it, an answer lets it run, reopening begins it anew. */
export function termRun(submittedAt: Date, history: readonly { readonly kind: EventKind; readonly at: Date }[]): TermRun {
  const reopened = history.findLast(({ kind }) => kind === 'reopened')
  const start = reopened?.at ?? submittedAt
  const since = reopened ? history.slice(history.indexOf(reopened) + 1) : history
  const pauses = since.flatMap(({ kind, at }, index): readonly Pause[] => {
    const end = kind === 'asked' ? since.slice(index + 1).find((later) => endings.includes(later.kind)) : undefined
    return end ? [{ from: at, to: end.at }] : []
  })
  return { start, pauses }
}

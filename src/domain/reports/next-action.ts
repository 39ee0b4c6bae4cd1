import { isOpen, type Stage } from './stage.ts'

/** What a report asks of the body next, most pressing first; the inbox is ordered by it. */
export const nextActions = ['take_in_charge', 'read_author', 'answer', 'hurry', 'work', 'wait', 'none'] as const

export type NextAction = (typeof nextActions)[number]

/** What a report asks of the body next: to be taken in charge, read, answered, hurried (its term is over), worked on, or waited for. */
export function nextAction(
  report: { readonly stage: Stage; readonly authorWaitsSince: Date | null; readonly resolutionDue: Date },
  now: Date,
): NextAction {
  if (!isOpen(report.stage)) return 'none'
  if (report.stage === 'submitted') return 'take_in_charge'
  if (report.authorWaitsSince !== null) return 'read_author'
  if (report.stage === 'worked') return 'answer'
  if (report.stage === 'waiting') return 'wait'
  return report.resolutionDue < now ? 'hurry' : 'work'
}

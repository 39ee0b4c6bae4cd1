import type { Report } from '../reports/report.ts'
import { isOpen } from '../reports/stage.ts'

/** What comes next of a report or request, for who sent it: what is asked of them, or by when the body has promised what. */
export type NextStep =
  | { readonly kind: 'answer' | 'rate' | 'nothing' }
  | { readonly kind: 'first_reply' | 'first_reply_late' | 'resolution' | 'resolution_late'; readonly due: Date }
  /** The day of the work (ISO). */
  | { readonly kind: 'planned'; readonly day: string }

type Asked = Pick<Report, 'stage' | 'firstReplyAt' | 'firstReplyDue' | 'resolutionDue' | 'plannedFor' | 'stars'>

/** The next step of a report: an answer is awaited before anything else, then the first reply, the planned day, the end. */
export function nextStep(report: Asked, now: Date): NextStep {
  const { stage, firstReplyAt, firstReplyDue, resolutionDue, plannedFor, stars } = report
  if (stage === 'waiting') return { kind: 'answer' }
  if (!isOpen(stage)) return { kind: stars === null && stage !== 'withdrawn' ? 'rate' : 'nothing' }
  if (firstReplyAt === null) return { kind: now > firstReplyDue ? 'first_reply_late' : 'first_reply', due: firstReplyDue }
  if (stage === 'planned' && plannedFor !== null) return { kind: 'planned', day: plannedFor }
  return { kind: now > resolutionDue ? 'resolution_late' : 'resolution', due: resolutionDue }
}

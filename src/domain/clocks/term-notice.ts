import type { EventKind } from '../reports/event.ts'
import { type Report, type TermNotice, termNotices } from '../reports/report.ts'
import { isOpen } from '../reports/stage.ts'
import { type TermMarks, termMarks } from './report-clock.ts'
import { termRun } from './term-run.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Which of a report's two terms somebody is warned of. */
export type WatchedTerm = 'first_reply' | 'resolution'

/** How a report's terms stand, which of them is worse, and when that changes by itself. */
export type NoticedTerms = { readonly notice: TermNotice; readonly term: WatchedTerm; readonly nextAt: Date | null }

type Watched = Pick<Report, 'stage' | 'submittedAt' | 'firstReplyDue' | 'firstReplyAt' | 'resolutionDue' | 'pausedAt'>

type History = readonly { readonly kind: EventKind; readonly at: Date }[]

/**
 * What is to be noticed of a report's terms now (product design §3): a warning at four fifths, lateness, three times the term; the
 * worse of the first reply, until it is given, and the resolution. A closed report, and one that waits for its author, stand still.
 */
export function noticeTerms(report: Watched, history: History, calendar: WorkingCalendar, now: Date): NoticedTerms {
  if (!isOpen(report.stage) || report.pausedAt !== null) return { notice: 'none', term: 'resolution', nextAt: null }
  const { start, pauses } = termRun(report.submittedAt, history)
  const resolution = standing('resolution', termMarks(report.resolutionDue, start, calendar, pauses), now)
  if (report.firstReplyAt !== null) return resolution
  const reply = standing('first_reply', termMarks(report.firstReplyDue, report.submittedAt, calendar), now)
  const worse = rank(reply.notice) > rank(resolution.notice) ? reply : resolution
  return { ...worse, nextAt: earlier(reply.nextAt, resolution.nextAt) }
}

/** Whether a notice is graver than another: only then somebody is told. */
export function isGraver(notice: TermNotice, than: TermNotice): boolean {
  return rank(notice) > rank(than)
}

function standing(term: WatchedTerm, { warned, late, veryLate }: TermMarks, now: Date): NoticedTerms {
  if (now >= veryLate) return { term, notice: 'very_late', nextAt: null }
  if (now >= late) return { term, notice: 'late', nextAt: veryLate }
  return now >= warned ? { term, notice: 'warned', nextAt: late } : { term, notice: 'none', nextAt: warned }
}

function rank(notice: TermNotice): number {
  return termNotices.indexOf(notice)
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

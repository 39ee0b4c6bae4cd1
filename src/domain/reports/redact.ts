import type { Actor } from '../people/actor.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import { type MayRefusal, may } from './may.ts'
import type { Report } from './report.ts'
import { checkTexts, longestDescription, type TextRefusal } from './submission.ts'

/** The texts as everyone is to read them, and why they are not as they were sent. */
export type Redaction = { readonly title: string; readonly description: string; readonly why: string }

export type RedactRefusal = MayRefusal | TextRefusal | 'why_missing' | 'why_too_long' | 'nothing_changes'

/** The longest reason, in characters. */
export const whyLength = 500

/** Takes out of title and text what is not for everyone; what was sent stays in the history for staff, and the author is told why. */
export function decideRedaction(report: Report, to: Redaction, by: Actor): Result<Decided, RedactRefusal> {
  const allowed = may(by, 'redact', report)
  if (!allowed.ok) return allowed
  const [title, description, why] = [to.title.trim(), to.description.trim(), to.why.trim()]
  const [wrong] = checkTexts({ title, description }, longestDescription(report.channel))
  if (wrong !== undefined) return refuse(wrong)
  if (title === report.title && description === report.description) return refuse('nothing_changes')
  if (why === '') return refuse('why_missing')
  if (why.length > whyLength) return refuse('why_too_long')
  const previous = { previousTitle: report.title, previousDescription: report.description }
  return done({
    report: { ...report, title, description },
    event: { kind: 'redacted', detail: { why, ...previous } },
    words: null,
  })
}

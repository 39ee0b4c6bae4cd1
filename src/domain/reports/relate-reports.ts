import type { Actor } from '../people/actor.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import { type MayRefusal, may } from './may.ts'
import type { Report } from './report.ts'

/** The longest note that says why two reports have to do with each other, in characters. */
const relationNoteLength = 500

export type RelateRefusal = MayRefusal | 'other_report_itself' | 'text_too_long' | 'nothing_changes'

/** Links two reports that have to do with each other; whoever links them works on the one and may read the other. */
export function decideRelating(
  report: Report,
  other: Report,
  ask: { readonly note: string; readonly already: 'related' | 'unrelated' },
  by: Actor,
): Result<Decided, RelateRefusal> {
  if (report.id === other.id) return refuse('other_report_itself')
  for (const allowed of [may(by, 'relate', report), may(by, 'read', other)]) if (!allowed.ok) return allowed
  if (ask.already === 'related') return refuse('nothing_changes')
  if (ask.note.trim().length > relationNoteLength) return refuse('text_too_long')
  return done({ report, event: { kind: 'related', detail: { other: other.id } }, words: null })
}

/** Takes the link between two reports away. */
export function decideUnrelating(
  report: Report,
  other: Report,
  already: 'related' | 'unrelated',
  by: Actor,
): Result<Decided, RelateRefusal> {
  const allowed = may(by, 'relate', report)
  if (!allowed.ok) return allowed
  if (already === 'unrelated') return refuse('nothing_changes')
  return done({ report, event: { kind: 'unrelated', detail: { other: other.id } }, words: null })
}

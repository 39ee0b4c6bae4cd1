import { done, type Result, refuse } from '../shared/result.ts'

/** The changes for which a body may want a word to the colleagues; what needs one by its nature (worked, sent back) always does. */
export const notedChanges = ['hand_over', 'assign', 'plan', 'entrust', 'resolve', 'decline'] as const

export type NotedChange = (typeof notedChanges)[number]

export type ForcedNoteRefusal = 'note_missing' | 'note_too_long'

/** The longest note that goes with a change, in characters. */
export const noteLength = 2000

/** The note that goes with a change, trimmed, or null where there is none and none is wanted. */
export function checkNote(
  note: string | undefined,
  change: NotedChange | null,
  forced: readonly NotedChange[],
): Result<string | null, ForcedNoteRefusal> {
  const text = (note ?? '').trim()
  if (text.length > noteLength) return refuse('note_too_long')
  if (text !== '') return done(text)
  return change !== null && forced.includes(change) ? refuse('note_missing') : done(null)
}

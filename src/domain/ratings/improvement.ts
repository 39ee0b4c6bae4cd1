import { isCivilDate } from '../shared/day-span.ts'
import type { Id } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'

/** What the body changed because of what people said: on a civil day (ISO), of one subject or of everything. */
export type ImprovementSetting = {
  readonly subject: Id<'rating-subject'> | null
  readonly day: string
  readonly text: Words
}

export type Improvement = ImprovementSetting & { readonly id: Id<'improvement'> }

export type ImprovementRefusal = 'text_missing' | 'text_too_long' | 'day_wrong' | 'day_to_come' | 'subject_unknown'

/** The longest text in characters: it stands beside the stars. */
export const longestImprovement = 300

/** Checks what the body says that it changed: some words, not of a day to come, and of something that is rated. */
export function checkImprovement(
  { subject, day, text }: ImprovementSetting,
  { today, subjects }: { readonly today: string; readonly subjects: ReadonlySet<string> },
): Result<ImprovementSetting, ImprovementRefusal> {
  if (text.it.trim() === '') return refuse('text_missing', 'text')
  const long = longField('text', text, longestImprovement)
  if (long) return refuse('text_too_long', long)
  if (!isCivilDate(day)) return refuse('day_wrong', 'day')
  if (day > today) return refuse('day_to_come', 'day')
  if (subject !== null && !subjects.has(subject)) return refuse('subject_unknown', 'subject')
  return done({ subject, day, text })
}

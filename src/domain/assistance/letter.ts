import { authorProblems, type DraftProblem, problem } from '../reports/draft-problems.ts'
import { checkTexts } from '../reports/submission.ts'

/** What a person writes to an office, right or wrong. */
export type LetterContent = {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  readonly title: string
  readonly description: string
  /** The person says to have read how the data are treated. */
  readonly privacy: boolean
}

/** The same while it is written, kept as any draft is. */
export type LetterDraft = LetterContent & {
  /** Tells it from other drafts. */
  readonly form: 'letter'
  /** Whom it is for, by code. */
  readonly office: string
}

/** A letter of which nothing is said yet. */
export const emptyLetter: LetterDraft = {
  form: 'letter',
  office: '',
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  title: '',
  description: '',
  privacy: false,
}

export type LetterProblem = DraftProblem | { readonly field: 'privacy'; readonly refusal: 'privacy_missing' }

/** Everything that keeps a letter to an office from being sent, in the order of the form; it is signed, so that somebody can be answered. */
export function letterProblems(content: LetterContent): readonly LetterProblem[] {
  const unread: readonly LetterProblem[] = content.privacy ? [] : [{ field: 'privacy', refusal: 'privacy_missing' }]
  return [...authorProblems(content, false), ...checkTexts(content).map(problem), ...unread]
}

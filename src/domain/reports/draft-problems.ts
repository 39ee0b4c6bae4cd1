import type { AreaIndex } from '../areas/area-index.ts'
import { type AnswerRefusal, checkAnswers } from '../categories/answers.ts'
import type { Category } from '../categories/category.ts'
import { stopOf } from '../categories/hard-stop.ts'
import type { CategoryId } from '../shared/id.ts'
import { type DraftContent, isSearching } from './draft.ts'
import type { ReportKind } from './kind.ts'
import {
  type AuthorRefusal,
  type ContentRefusal,
  checkAuthor,
  checkCategory,
  checkPlace,
  checkTexts,
  lengths,
  mayBeAnonymous,
  needsPlace,
  type PlaceRefusal,
} from './submission.ts'

/** Why a draft can not be sent yet: what every report is refused for, and what only a form asks. */
type DraftRefusal = ContentRefusal | PlaceRefusal | AuthorRefusal | AnswerRefusal | 'place_not_chosen' | 'consent_missing'

/** The field in which something is wrong; questions are named by their code. */
type DraftField =
  | 'kind'
  | 'place'
  | 'category'
  | 'title'
  | 'description'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'consent'
  | `answer.${string}`

export type DraftProblem = { readonly field: DraftField; readonly refusal: DraftRefusal }

/** What the body decided that a draft is held against. */
export type DraftRules = {
  readonly kinds: readonly ReportKind[]
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly areaIndex: AreaIndex
  readonly hasAreas: boolean
  readonly anonymousReports: boolean
  /** Staff write it down for somebody: an answer that sends elsewhere does not end it. */
  readonly recorded?: boolean | undefined
}

const fields: Readonly<Record<ContentRefusal | PlaceRefusal | AuthorRefusal, DraftField>> = {
  kind_not_taken: 'kind',
  category_missing: 'category',
  category_unknown: 'category',
  title_missing: 'title',
  title_too_long: 'title',
  description_missing: 'description',
  description_too_long: 'description',
  answers_wrong: 'category',
  referred: 'category',
  place_missing: 'place',
  place_outside: 'place',
  address_too_long: 'place',
  first_name_missing: 'firstName',
  last_name_missing: 'lastName',
  name_too_long: 'firstName',
  email_missing: 'email',
  email_wrong: 'email',
  phone_wrong: 'phone',
}

/** Everything that keeps a draft from being sent, in the order of the form, so that all of it can be shown at once. */
export function draftProblems(content: DraftContent, rules: DraftRules): readonly DraftProblem[] {
  const kind = rules.kinds.includes(content.kind) ? [] : [problem('kind_not_taken')]
  const consent: readonly DraftProblem[] = content.consent === null ? [{ field: 'consent', refusal: 'consent_missing' }] : []
  return [
    ...kind,
    ...placeProblems(content, rules),
    ...categoryProblems(content, rules),
    ...checkTexts(content).map(problem),
    ...authorProblems(content, mayBeAnonymous(content.kind, rules.anonymousReports)),
    ...consent,
  ]
}

/** What is wrong with the place alone; said as soon as a place is given. */
export function placeProblems(content: DraftContent, { areaIndex, hasAreas }: DraftRules): readonly DraftProblem[] {
  if (isSearching(content)) return [{ field: 'place', refusal: 'place_not_chosen' }]
  if (content.address.length > lengths.address) return [problem('address_too_long')]
  if (content.place === null) return needsPlace(content.kind) ? [problem('place_missing')] : []
  return checkPlace(areaIndex, hasAreas, content.place).ok ? [] : [problem('place_outside')]
}

function categoryProblems(
  { category, kind, answers }: DraftContent,
  { categories, recorded }: DraftRules,
): readonly DraftProblem[] {
  const checked = checkCategory(categories, category, kind)
  if (!checked.ok) return [problem(checked.refusal)]
  const stopped = recorded ? null : stopOf(checked.value.questions, answers)
  if (stopped) return [{ field: `answer.${stopped.question.code}`, refusal: 'referred' }]
  const { refusals } = checkAnswers(checked.value.questions, answers)
  return Object.entries(refusals).map(([code, refusal]) => ({ field: `answer.${code}`, refusal }))
}

/** What is wrong with who it is from, each beside its own field. */
export function authorProblems(
  content: Pick<DraftContent, 'firstName' | 'lastName' | 'email' | 'phone'>,
  anonymousAllowed: boolean,
): readonly DraftProblem[] {
  return checkAuthor(content, anonymousAllowed).map((refusal) =>
    refusal === 'name_too_long' && content.firstName.length <= lengths.name ? { field: 'lastName', refusal } : problem(refusal),
  )
}

/** The field that a refusal concerns, where it comes of what is written down alone. */
export function problem(refusal: keyof typeof fields): DraftProblem {
  return { field: fields[refusal], refusal }
}

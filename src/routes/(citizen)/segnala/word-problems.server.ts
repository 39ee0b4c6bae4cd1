import type { DraftContent } from '#domain/reports/draft.ts'
import type { DraftProblem } from '#domain/reports/draft-problems.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { FormError } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'

/** What is wrong, in words: a list for the top of the page and one message for each field. */
export type WordedProblems = { readonly errors: readonly FormError[]; readonly byField: Readonly<Record<string, string>> }

export const noProblems: WordedProblems = { errors: [], byField: {} }

/** Words what keeps a draft from being sent; the first problem of a field is the one beside it. */
export function wordProblems(
  { words, locale, directory }: Pick<App.Locals, 'words' | 'locale' | 'directory'>,
  content: DraftContent,
  problems: readonly DraftProblem[],
): WordedProblems {
  const questions = content.category ? (directory.categories.get(content.category)?.questions ?? []) : []
  const worded = problems.map(({ field, refusal }) => {
    const asked = questions.find(({ code }) => field === `answer.${code}`)
    const question = asked ? inLocale(asked.label, locale) : ''
    return { field, message: fill(words.wizard.problems[refusal], { search: content.search, question }) }
  })
  return {
    errors: worded.map(({ field, message }) => ({ field: fieldId(field), message })),
    byField: Object.fromEntries(worded.toReversed().map(({ field, message }) => [field, message])),
  }
}

/** The id of a field's element; the place is found by searching. */
function fieldId(field: string): string {
  return field === 'place' ? 'search' : field.replace('answer.', 'answer-')
}

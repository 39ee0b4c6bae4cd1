import type { Question, QuestionType } from '#domain/categories/question.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'

/** A category's question as the form asks it. */
export type ShownQuestion = {
  readonly code: string
  readonly label: string
  readonly type: QuestionType
  readonly required: boolean
  readonly options: readonly Option[]
}

/** The questions in the reader's language. */
export function showQuestions(questions: readonly Question[], locale: Locale): readonly ShownQuestion[] {
  return questions.map(({ code, label, type, required, options }) => ({
    code,
    label: inLocale(label, locale),
    type,
    required,
    options: options.map((option) => ({ value: option.code, label: inLocale(option.label, locale) })),
  }))
}

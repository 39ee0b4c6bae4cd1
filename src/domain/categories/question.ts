import { done, type Result, refuse } from '../shared/result.ts'
import { inLocale, type Locale, type Words } from '../shared/words.ts'

export const questionTypes = ['text', 'choice', 'many', 'number', 'date', 'yes_no'] as const

export type QuestionType = (typeof questionTypes)[number]

export type QuestionOption = { readonly code: string; readonly label: Words }

/** Something that the body asks of every report of a category. */
export type Question = {
  readonly code: string
  readonly label: Words
  readonly type: QuestionType
  readonly required: boolean
  readonly options: readonly QuestionOption[]
}

/** What was answered, by the question's code; a list where several options were chosen, ISO dates, `yes` or `no`. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

export type AnswerRefusal =
  | 'answer_missing'
  | 'answer_unknown_option'
  | 'answer_not_number'
  | 'answer_not_date'
  | 'answer_too_long'

const answerLength = 500

/** Checks what was answered against the category's questions; answers to unknown questions are left out. */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, readonly string[]>>,
): { readonly answers: Answers; readonly refusals: Readonly<Record<string, AnswerRefusal>> } {
  const answers: Record<string, string | readonly string[]> = {}
  const refusals: Record<string, AnswerRefusal> = {}
  for (const question of questions) {
    const checked = checkAnswer(question, given[question.code] ?? [])
    if (!checked.ok) refusals[question.code] = checked.refusal
    else if (checked.value !== null) answers[question.code] = checked.value
  }
  return { answers, refusals }
}

function checkAnswer(question: Question, given: readonly string[]): Result<string | readonly string[] | null, AnswerRefusal> {
  const values = given.map((value) => value.trim()).filter((value) => value !== '')
  const [first] = values
  if (first === undefined) return question.required ? refuse('answer_missing') : done(null)
  if (values.some((value) => value.length > answerLength)) return refuse('answer_too_long')
  if (question.type === 'many')
    return values.every((value) => isOption(question, value)) ? done(values) : refuse('answer_unknown_option')
  if (question.type === 'choice') return isOption(question, first) ? done(first) : refuse('answer_unknown_option')
  if (question.type === 'yes_no') return first === 'yes' || first === 'no' ? done(first) : refuse('answer_unknown_option')
  if (question.type === 'number')
    return Number.isFinite(Number(first.replace(',', '.'))) ? done(first) : refuse('answer_not_number')
  if (question.type === 'date') return isDate(first) ? done(first) : refuse('answer_not_date')
  return done(first)
}

/** An answer as a person reads it: labels instead of codes, in the reader's language. */
export function answerInWords(
  question: Question,
  answer: string | readonly string[],
  locale: Locale,
  yesNo: { readonly yes: string; readonly no: string },
): string {
  const values = typeof answer === 'string' ? [answer] : answer
  return values
    .map((value) => {
      if (question.type === 'yes_no') return value === 'yes' ? yesNo.yes : yesNo.no
      const option = question.options.find(({ code }) => code === value)
      return option ? inLocale(option.label, locale) : value
    })
    .join(', ')
}

function isOption(question: Question, value: string): boolean {
  return question.options.some(({ code }) => code === value)
}

function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

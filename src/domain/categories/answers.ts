import { done, type Result, refuse } from '../shared/result.ts'
import { inLocale, type Locale } from '../shared/words.ts'
import { readAssetNumber } from './asset-number.ts'
import { shownQuestions } from './conditions.ts'
import { type Answers, choicesOf, type GivenAnswers, givenTo, type Question } from './question.ts'

export type AnswerRefusal =
  | 'answer_missing'
  | 'answer_unknown_option'
  | 'answer_not_number'
  | 'answer_too_small'
  | 'answer_too_large'
  | 'answer_not_date'
  | 'answer_not_asset'
  | 'answer_too_long'

type Checked = Result<string | readonly string[] | null, AnswerRefusal>

/** The longest answer, in characters. */
const answerLength = 500

/** Checks what was answered against the category's questions; answers to questions that are unknown or not asked are left out. */
export function checkAnswers(
  questions: readonly Question[],
  given: GivenAnswers,
): { readonly answers: Answers; readonly refusals: Readonly<Record<string, AnswerRefusal>> } {
  const answers: Record<string, string | readonly string[]> = {}
  const refusals: Record<string, AnswerRefusal> = {}
  for (const question of shownQuestions(questions, given)) {
    const checked = checkAnswer(question, givenTo(question, given))
    if (!checked.ok) refusals[question.code] = checked.refusal
    else if (checked.value !== null) answers[question.code] = checked.value
  }
  return { answers, refusals }
}

function checkAnswer(question: Question, values: readonly string[]): Checked {
  const [first] = values
  if (first === undefined) return question.required ? refuse('answer_missing') : done(null)
  if (values.some((value) => value.length > answerLength)) return refuse('answer_too_long')
  const choices = choicesOf(question)
  switch (question.type) {
    case 'many':
      return values.every((value) => choices.includes(value)) ? done(values) : refuse('answer_unknown_option')
    case 'choice':
    case 'yes_no':
      return choices.includes(first) ? done(first) : refuse('answer_unknown_option')
    case 'number':
      return checkNumber(question, first)
    case 'date':
      return isDate(first) ? done(first) : refuse('answer_not_date')
    case 'asset':
      return checkAsset(question, first)
    case 'text':
      return done(first)
  }
}

function checkNumber({ least, most }: Question, value: string): Checked {
  const number = Number(value.replace(',', '.'))
  if (!Number.isFinite(number)) return refuse('answer_not_number')
  if (least !== undefined && number < least) return refuse('answer_too_small')
  return most !== undefined && number > most ? refuse('answer_too_large') : done(value)
}

function checkAsset({ pattern = '' }: Question, value: string): Checked {
  const number = readAssetNumber(value, pattern)
  return number === null ? refuse('answer_not_asset') : done(number)
}

/** An answer as a person reads it: labels instead of codes, numbers with their unit, in the reader's language. */
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
      if (question.type === 'number' && question.unit) return `${value} ${inLocale(question.unit, locale)}`
      const option = question.options.find(({ code }) => code === value)
      return option ? inLocale(option.label, locale) : value
    })
    .join(', ')
}

function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

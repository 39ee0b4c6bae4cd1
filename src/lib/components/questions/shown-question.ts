import { exampleOfAsset } from '#domain/categories/asset-number.ts'
import type { Condition, Question, QuestionType } from '#domain/categories/question.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'

/** Where a person is sent instead, in their language. */
export type ShownStop = { readonly answers: readonly string[]; readonly referral: string; readonly contact: string }

/** A category's question as a form asks it. */
export type ShownQuestion = {
  readonly code: string
  readonly label: string
  readonly help: string
  readonly type: QuestionType
  readonly required: boolean
  readonly options: readonly Option[]
  readonly shownIf?: Condition | undefined
  readonly stops: readonly ShownStop[]
}

/** The questions that are still asked, in the reader's language; which of them are to be seen depends on the answers. */
export function showQuestions(
  questions: readonly Question[],
  locale: Locale,
  words: Dictionary['questions'],
): readonly ShownQuestion[] {
  return questions
    .filter(({ retired }) => !retired)
    .map((question) => ({
      code: question.code,
      label: labelOf(question, locale),
      help: helpOf(question, locale, words),
      type: question.type,
      required: question.required,
      options: optionsOf(question, locale, words),
      ...(question.shownIf && { shownIf: question.shownIf }),
      stops: (question.stops ?? []).map(({ answers, referral, contact = '' }) => ({
        answers,
        referral: inLocale(referral, locale),
        contact,
      })),
    }))
}

function labelOf({ label, unit }: Question, locale: Locale): string {
  return unit ? `${inLocale(label, locale)} (${inLocale(unit, locale)})` : inLocale(label, locale)
}

function optionsOf({ type, options }: Question, locale: Locale, { yes, no }: Dictionary['questions']): readonly Option[] {
  if (type === 'yes_no')
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]
  return options.map(({ code, label }) => ({ value: code, label: inLocale(label, locale) }))
}

/** What helps to answer: the body's own words, then what would be refused. */
function helpOf({ help, type, least, most, pattern = '' }: Question, locale: Locale, words: Dictionary['questions']): string {
  const limits = type === 'number' ? limitsInWords(least, most, words) : ''
  const example = type === 'asset' ? fill(words.example, { example: exampleOfAsset(pattern) }) : ''
  return [help ? inLocale(help, locale) : '', limits, example].filter(Boolean).join(' ')
}

function limitsInWords(least: number | undefined, most: number | undefined, words: Dictionary['questions']): string {
  if (least !== undefined && most !== undefined) return fill(words.between, { least, most })
  if (least !== undefined) return fill(words.atLeast, { least })
  return most === undefined ? '' : fill(words.atMost, { most })
}

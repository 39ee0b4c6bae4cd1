import type { Words } from '../shared/words.ts'

export const questionTypes = ['text', 'choice', 'many', 'number', 'date', 'yes_no', 'asset'] as const

export type QuestionType = (typeof questionTypes)[number]

export type QuestionOption = { readonly code: string; readonly label: Words }

/** A question is asked only where the answer to another one is among these. */
export type Condition = { readonly question: string; readonly answers: readonly string[] }

/** Answers that mean that it is not the body’s business, or too urgent for it: where the person is sent instead. */
export type HardStop = {
  readonly answers: readonly string[]
  readonly referral: Words
  /** A number to call, a mail address or an `https` address. */
  readonly contact?: string | undefined
}

/** Something that the body asks of every report of a category; what is absent is not wanted. */
export type Question = {
  readonly code: string
  readonly label: Words
  readonly type: QuestionType
  readonly required: boolean
  readonly options: readonly QuestionOption[]
  readonly help?: Words | undefined
  /** The lowest and the highest number, and what is counted. */
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly unit?: Words | undefined
  /** The shapes of an asset’s number: see `asset-number.ts`. */
  readonly pattern?: string | undefined
  readonly shownIf?: Condition | undefined
  readonly stops?: readonly HardStop[] | undefined
  /** Everyone may read the answer where the report is public; else the staff and the author alone. */
  readonly public?: boolean | undefined
  /** No longer asked; what was answered stays. */
  readonly retired?: boolean | undefined
}

/** What was answered, by the question's code; a list where several options were chosen, ISO dates, `yes` or `no`. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** What a form or a program gives, right or wrong, by the question's code. */
export type GivenAnswers = Readonly<Record<string, readonly string[]>>

/** The answers that can be chosen; none where the answer is typed. */
export function choicesOf({ type, options }: Pick<Question, 'type' | 'options'>): readonly string[] {
  if (type === 'yes_no') return ['yes', 'no']
  return type === 'choice' || type === 'many' ? options.map(({ code }) => code) : []
}

/** What was given to a question, without blanks. */
export function givenTo(question: Pick<Question, 'code'>, given: GivenAnswers): readonly string[] {
  return (given[question.code] ?? []).map((value) => value.trim()).filter((value) => value !== '')
}

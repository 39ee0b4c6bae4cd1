import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'
import { isAssetPattern } from './asset-number.ts'
import { choicesOf, type Question } from './question.ts'

/** The longest texts of a question, in characters, and how many there may be. */
const questionLimits = { label: 200, text: 1000, unit: 40, contact: 200, questions: 30, options: 50 } as const

export type QuestionRefusal =
  | 'question_label_missing'
  | 'question_code_wrong'
  | 'question_code_taken'
  | 'question_text_too_long'
  | 'too_many_questions'
  | 'options_missing'
  | 'options_wrong'
  | 'limits_turned'
  | 'pattern_wrong'
  | 'condition_wrong'
  | 'condition_later'
  | 'stop_wrong'

const code = /^[a-z0-9][a-z0-9_-]{0,59}$/i

/** Checks the questions of a category together: each whole, with a code of its own, and waiting only for answers that can be given before it, so that none waits in a circle. */
export function checkQuestions(questions: readonly Question[]): Result<readonly Question[], QuestionRefusal> {
  if (questions.length > questionLimits.questions) return refuse('too_many_questions')
  for (const [at, question] of questions.entries()) {
    const wrong =
      wrongWords(question) ?? wrongAnswers(question) ?? wrongStops(question) ?? wrongCondition(question, at, questions)
    if (wrong !== null) return wrong
    if (questions.findIndex((other) => other.code === question.code) !== at) return refuse('question_code_taken')
  }
  return done(questions)
}

type Wrong = Refused<QuestionRefusal> | null

function wrongWords({ label, code: own, help, unit }: Question): Wrong {
  if (label.it.trim() === '') return refuse('question_label_missing')
  if (!code.test(own)) return refuse('question_code_wrong')
  const long =
    longField('label', label, questionLimits.label) ??
    (help && longField('help', help, questionLimits.text)) ??
    (unit && longField('unit', unit, questionLimits.unit))
  return long ? refuse('question_text_too_long', long) : null
}

function wrongAnswers({ type, options, least, most, pattern }: Question): Wrong {
  const chosen = type === 'choice' || type === 'many'
  if (chosen && options.length < 2) return refuse('options_missing')
  const codes = new Set(options.map((option) => option.code))
  const whole = options.every(
    (option) => code.test(option.code) && option.label.it.trim() !== '' && !isLong(option.label, questionLimits.label),
  )
  if (codes.size !== options.length || !whole || options.length > questionLimits.options) return refuse('options_wrong')
  if (least !== undefined && most !== undefined && least > most) return refuse('limits_turned')
  return type === 'asset' && !isAssetPattern(pattern ?? '') ? refuse('pattern_wrong') : null
}

function wrongStops(question: Question): Wrong {
  const choices = choicesOf(question)
  const whole = (question.stops ?? []).every(({ answers, referral, contact = '' }) => {
    const said = referral.it.trim() !== '' && !isLong(referral, questionLimits.text) && contact.length <= questionLimits.contact
    return said && answers.length > 0 && answers.every((answer) => choices.includes(answer))
  })
  return whole ? null : refuse('stop_wrong')
}

function wrongCondition({ shownIf }: Question, at: number, questions: readonly Question[]): Wrong {
  if (!shownIf) return null
  const above = questions.findIndex((other) => other.code === shownIf.question)
  const other = questions[above]
  if (!other || other.retired || shownIf.answers.length === 0) return refuse('condition_wrong')
  if (!shownIf.answers.every((answer) => choicesOf(other).includes(answer))) return refuse('condition_wrong')
  return above < at ? null : refuse('condition_later')
}

function isLong(words: Words, most: number): boolean {
  return longField('it', words, most) !== null
}

import { done, type Result, refuse } from '../shared/result.ts'
import type { Question } from './question.ts'

/** What is done to the questions of a category, one at a time. */
export type QuestionChange =
  | {
      readonly change: 'put' /** The code that it had; nothing for a new one. */
      readonly was: string | null
      readonly question: Question
    }
  | { readonly change: 'move'; readonly code: string; readonly by: -1 | 1 }
  | { readonly change: 'remove' | 'retire' | 'ask_again'; readonly code: string }

export type ChangeQuestionsRefusal = 'no_such_question' | 'question_answered' | 'nothing_changes'

/**
 * The questions after a change. What was answered keeps its code, its type and its options, and is no longer asked instead of being
 * removed: answers would be read by nobody.
 */
export function changeQuestions(
  questions: readonly Question[],
  change: QuestionChange,
  answered: ReadonlySet<string>,
): Result<readonly Question[], ChangeQuestionsRefusal> {
  const code = change.change === 'put' ? change.was : change.code
  if (code === null && change.change === 'put') return done([...questions, change.question])
  const at = questions.findIndex((question) => question.code === code)
  const before = questions[at]
  if (!before) return refuse('no_such_question')
  switch (change.change) {
    case 'put':
      if (answered.has(before.code) && !keepsAnswers(before, change.question)) return refuse('question_answered')
      return done(questions.with(at, change.question))
    case 'move':
      return move(questions, at, at + change.by)
    case 'remove':
      return answered.has(before.code) ? refuse('question_answered') : done(questions.toSpliced(at, 1))
    case 'retire':
      return done(questions.with(at, { ...before, retired: true }))
    case 'ask_again': {
      const { retired: _, ...asked } = before
      return done(questions.with(at, asked))
    }
  }
}

function keepsAnswers(before: Question, after: Question): boolean {
  const options = after.options.map(({ code }) => code)
  return before.code === after.code && before.type === after.type && before.options.every(({ code }) => options.includes(code))
}

function move(questions: readonly Question[], from: number, to: number): Result<readonly Question[], 'nothing_changes'> {
  const moved = questions[from]
  if (!moved || to < 0 || to >= questions.length) return refuse('nothing_changes')
  return done(questions.toSpliced(from, 1).toSpliced(to, 0, moved))
}

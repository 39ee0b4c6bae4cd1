import { type GivenAnswers, givenTo, type Question } from './question.ts'

/** The questions that are asked of whoever gave these answers, in their order: a question waits for the answer that it depends on, and what is not asked answers nothing. */
export function shownQuestions<Asked extends Pick<Question, 'code' | 'shownIf' | 'retired'>>(
  questions: readonly Asked[],
  given: GivenAnswers,
): readonly Asked[] {
  const shown = new Map<string, Asked>()
  for (const question of questions) {
    const { shownIf } = question
    const above = shownIf ? shown.get(shownIf.question) : undefined
    const holds = !shownIf || (above !== undefined && givenTo(above, given).some((value) => shownIf.answers.includes(value)))
    if (holds && !question.retired) shown.set(question.code, question)
  }
  return [...shown.values()]
}

import { answerInWords } from '#domain/categories/answers.ts'
import type { Answers, Question } from '#domain/categories/question.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'

/** What was answered to these questions, line by line, in words. */
export function sayAnswers(
  questions: readonly Question[],
  answers: Answers,
  locale: Locale,
  words: Dictionary['questions'],
): readonly SummaryRow[] {
  return questions.flatMap((question) => {
    const answer = answers[question.code]
    if (answer === undefined) return []
    const date = question.type === 'date' && typeof answer === 'string'
    const value = date ? writeCivilDate(answer, locale) : answerInWords(question, answer, locale, words)
    return [{ label: inLocale(question.label, locale), value }]
  })
}

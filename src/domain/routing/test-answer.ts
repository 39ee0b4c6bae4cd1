import type { QuestionType } from '../categories/question.ts'
import { searchText } from '../shared/search-text.ts'
import type { AnswerTest } from './rule.ts'

/** The tests that can be made of the answers to each kind of question. */
export const testsOf: Readonly<Record<QuestionType, readonly AnswerTest['by'][]>> = {
  text: ['given', 'holds', 'begins'],
  asset: ['given', 'holds', 'begins'],
  number: ['given', 'least', 'most'],
  date: ['given', 'from', 'until'],
  choice: ['given'],
  many: ['given'],
  yes_no: ['given'],
}

/** Tells whether an answer, as it is kept, passes a test; capitals, accents and signs between words do not count. */
export function passes(answer: string | readonly string[] | undefined, test: AnswerTest): boolean {
  if (answer === undefined || answer.length === 0) return false
  const text = [answer].flat().join(' ')
  switch (test.by) {
    case 'given':
      return true
    case 'least':
      return numberOf(text) >= test.number
    case 'most':
      return numberOf(text) <= test.number
    case 'holds':
      return test.words.some((word) => ` ${searchText(text)} `.includes(` ${searchText(word)} `))
    case 'begins':
      return test.words.some((word) => compact(text).startsWith(compact(word)))
    case 'from':
      return text >= test.date
    case 'until':
      return text <= test.date
  }
}

/** What is no number passes no bound. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
}

function compact(text: string): string {
  return searchText(text).replaceAll(' ', '')
}

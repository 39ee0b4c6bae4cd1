import { shownQuestions } from './conditions.ts'
import { type GivenAnswers, givenTo, type Question } from './question.ts'

/** A question with the answers that end a report, however the referral is worded. */
type Stopping<Stop> = Pick<Question, 'code' | 'shownIf' | 'retired'> & { readonly stops?: readonly Stop[] | undefined }

/** The first answer that means that the report does not go on, with where the person is sent instead; answers to questions that are not asked stop nothing. */
export function stopOf<Stop extends { readonly answers: readonly string[] }, Asked extends Stopping<Stop>>(
  questions: readonly (Asked & Stopping<Stop>)[],
  given: GivenAnswers,
): { readonly question: Asked; readonly stop: Stop } | null {
  for (const question of shownQuestions(questions, given)) {
    const values = givenTo(question, given)
    const stop = question.stops?.find(({ answers }) => values.some((value) => answers.includes(value)))
    if (stop) return { question, stop }
  }
  return null
}

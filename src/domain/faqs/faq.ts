import type { ServiceId } from '../services/service.ts'
import type { ServiceCategory } from '../services/service-category.ts'
import type { Id } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'

export type FaqId = Id<'faq'>

/** A frequent question with its answer, as the body sets it; about a service, a category of them, or for everybody. */
export type FaqSetting = {
  readonly question: Words
  readonly answer: Words
  readonly category: ServiceCategory | null
  readonly service: ServiceId | null
  /** Where it stands among the others: the lowest first. */
  readonly position: number
  /** A draft is seen by staff alone. */
  readonly published: boolean
}

export type Faq = FaqSetting & { readonly id: FaqId }

/** The longest texts of a question, in characters. */
export const faqLengths = { question: 200, answer: 4000 } as const

export type FaqRefusal =
  | 'question_missing'
  | 'question_too_long'
  | 'answer_missing'
  | 'answer_too_long'
  | 'position_wrong'
  | 'service_unknown'

/** A question has a text and an answer in Italian; what is empty in another language is not said in it. */
export function checkFaq(given: FaqSetting, isService: (id: ServiceId) => boolean): Result<FaqSetting, FaqRefusal> {
  const [question, answer] = [tidied(given.question), tidied(given.answer)]
  if (question.it === '') return refuse('question_missing')
  const longQuestion = longField('question', question, faqLengths.question)
  if (longQuestion) return refuse('question_too_long', longQuestion)
  if (answer.it === '') return refuse('answer_missing')
  const longAnswer = longField('answer', answer, faqLengths.answer)
  if (longAnswer) return refuse('answer_too_long', longAnswer)
  if (!Number.isFinite(given.position)) return refuse('position_wrong')
  if (given.service !== null && !isService(given.service)) return refuse('service_unknown')
  return done({ ...given, question, answer })
}

function tidied(words: Words): Words {
  const en = words.en?.trim()
  return { it: words.it.trim(), ...(en && { en }) }
}

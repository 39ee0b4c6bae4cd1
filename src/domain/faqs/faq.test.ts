import { expect, test } from 'vitest'
import type { ServiceId } from '../services/service.ts'
import { checkFaq, type FaqSetting } from './faq.ts'

const whole: FaqSetting = {
  question: { it: 'Quanto costa la carta d’identità?' },
  answer: { it: '22,21 euro.' },
  category: 'anagrafe-e-stato-civile',
  service: 'cie' as ServiceId,
  position: 1,
  published: true,
}
const isService = (id: ServiceId) => id === 'cie'

test.each([
  ['question_missing', { question: { it: '  ' } }],
  ['answer_missing', { answer: { it: '', en: '22.21 euros.' } }],
  ['position_wrong', { position: Number.NaN }],
  ['service_unknown', { service: 'gone' as ServiceId }],
] as const)('a frequent question is refused: %s', (refusal, wrong) =>
  expect(checkFaq({ ...whole, ...wrong }, isService)).toEqual({ ok: false, refusal }),
)

test.each([
  ['question_too_long', 'question', { question: { it: 'x'.repeat(201) } }],
  ['question_too_long', 'question-en', { question: { it: 'x', en: 'x'.repeat(201) } }],
  ['answer_too_long', 'answer', { answer: { it: 'x'.repeat(4001) } }],
  ['answer_too_long', 'answer-en', { answer: { it: 'x', en: 'x'.repeat(4001) } }],
] as const)('a frequent question is refused beside its field: %s, %s', (refusal, field, wrong) =>
  expect(checkFaq({ ...whole, ...wrong }, isService)).toEqual({ ok: false, refusal, field }),
)

test('what surrounds a text is nothing, and what is not translated is left out', () => {
  const given = { ...whole, question: { it: ' Quanto costa? ', en: ' ' }, category: null, service: null }
  expect(checkFaq(given, isService)).toEqual({ ok: true, value: { ...given, question: { it: 'Quanto costa?' } } })
})

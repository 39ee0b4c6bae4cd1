import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { typedIn } from './rule-form.server.ts'

type Refusal = keyof Dictionary['routing']['refusal'] | keyof Dictionary['settings']['refusal']

/** What a page is given of a change of the rules that was refused: why, beside which field, and everything that was typed. */
export function refusedRule(name: string, refusal: Refusal, form: FormData, { words }: App.Locals): RefusedForm {
  const messages: Readonly<Record<string, string>> = { ...words.settings.refusal, ...words.routing.refusal }
  return { name, field: fields[refusal] ?? null, message: messages[refusal] ?? refusal, values: typedIn(form) }
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  name_missing: 'name',
  name_too_long: 'name',
  name_taken: 'name',
  conditions_missing: 'conditions',
  too_many_conditions: 'conditions',
  condition_empty: 'conditions',
  words_wrong: 'conditions',
  time_wrong: 'conditions',
  category_missing: 'conditions',
  area_missing: 'conditions',
  question_missing: 'conditions',
  answer_missing: 'conditions',
  effects_missing: 'effects',
  person_without_office: 'person',
  person_missing: 'person',
  office_missing: 'office',
  observer_missing: 'observer-0',
  template_missing: 'template',
  rule_term_wrong: 'first-reply',
  referral_too_long: 'referral',
}

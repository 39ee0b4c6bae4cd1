import type { Dictionary } from '#lib/messages/dictionary.ts'
import type { Said } from '../../refused-form.server.ts'

type Refusal = keyof Dictionary['routing']['refusal'] | keyof Dictionary['settings']['refusal']

/** How refusals about the rules of the body are said. */
export function saidOfRules({ words }: App.Locals): Said<Refusal> {
  return { words: { ...words.settings.refusal, ...words.routing.refusal }, fields }
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
  author_group_missing: 'conditions',
  question_missing: 'conditions',
  answer_missing: 'conditions',
  effects_missing: 'effects',
  person_without_office: 'person',
  person_missing: 'person',
  office_missing: 'office',
  observer_missing: 'observer-0',
  template_missing: 'template',
  referral_too_long: 'referral',
}

import { categoryLimits } from '../categories/check-category.ts'
import type { Term } from '../clocks/working-calendar.ts'
import { isCivilDate } from '../shared/day-span.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { searchText } from '../shared/search-text.ts'
import { flagRule, type Missing, type RuleSurroundings } from './flag-rule.ts'
import { type AnswerTest, type Condition, effectsOf, type RoutingRule } from './rule.ts'
import { testsOf } from './test-answer.ts'

/** How many rules a body may have, conditions a rule, words a condition; the longest texts in characters. */
export const ruleLimits = { rules: 200, conditions: 12, words: 60, word: 60, name: 100, referral: 300 } as const

export type RuleRefusal =
  | `${Missing}_missing`
  | 'name_missing'
  | 'name_too_long'
  | 'name_taken'
  | 'conditions_missing'
  | 'too_many_conditions'
  | 'condition_empty'
  | 'words_wrong'
  | 'time_wrong'
  | 'number_wrong'
  | 'date_wrong'
  | 'test_unfit'
  | 'effects_missing'
  | 'person_without_office'
  | 'rule_term_wrong'
  | 'referral_too_long'
  | 'too_many_rules'

/** Checks a rule beside the others before it is kept: named, asking something that can hold, bringing something about, referring to what is there. */
export function checkRule(
  rule: RoutingRule,
  others: readonly RoutingRule[],
  around: RuleSurroundings,
): Result<RoutingRule, RuleRefusal> {
  if (others.length >= ruleLimits.rules) return refuse('too_many_rules')
  const wrong = wrongName(rule, others) ?? wrongConditions(rule.conditions) ?? wrongEffects(rule)
  if (wrong !== null) return wrong
  const [missing] = flagRule(rule, around)
  if (missing !== undefined) return refuse(`${missing}_missing`)
  const unfit = rule.conditions.findIndex((condition) => !isFit(condition, around))
  return unfit < 0 ? done(rule) : refuse('test_unfit', conditionField(unfit))
}

type Wrong = Refused<RuleRefusal> | null

function wrongName({ name }: RoutingRule, others: readonly RoutingRule[]): Wrong {
  if (name.trim() === '') return refuse('name_missing')
  if (name.length > ruleLimits.name) return refuse('name_too_long')
  return others.some((other) => searchText(other.name) === searchText(name)) ? refuse('name_taken') : null
}

function wrongConditions(conditions: readonly Condition[]): Wrong {
  if (conditions.length === 0) return refuse('conditions_missing')
  if (conditions.length > ruleLimits.conditions) return refuse('too_many_conditions')
  for (const [n, condition] of conditions.entries()) {
    const wrong = wrongCondition(condition)
    if (wrong) return refuse(wrong, conditionField(n))
  }
  return null
}

/** The name of one of the conditions, by which a refusal says which it is of. */
export function conditionField(n: number): string {
  return `condition-${n}`
}

/** A number is asked of numbers and a day of days. */
function isFit(condition: Condition, { categories }: RuleSurroundings): boolean {
  if (condition.about !== 'typed') return true
  const { category, code } = condition.question
  const question = categories.get(category)?.questions.find((one) => one.code === code)
  return question !== undefined && testsOf[question.type].includes(condition.test.by)
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

function wrongCondition(condition: Condition): RuleRefusal | null {
  switch (condition.about) {
    case 'holiday':
      return null
    case 'time': {
      const { days, from, to } = condition
      const whole = clock.test(from) && (clock.test(to) || to === '24:00') && from !== to
      return whole && days.length > 0 && days.every((one) => Number.isInteger(one) && one >= 1 && one <= 7) ? null : 'time_wrong'
    }
    case 'words':
      return areWords(condition.words) ? null : 'words_wrong'
    case 'typed':
      return condition.question.code === '' ? 'condition_empty' : wrongTest(condition.test)
    default:
      return chosenIn(condition).length === 0 ? 'condition_empty' : null
  }
}

function areWords(words: readonly string[]): boolean {
  const whole = words.every((word) => searchText(word) !== '' && word.length <= ruleLimits.word)
  return words.length > 0 && words.length <= ruleLimits.words && whole
}

function wrongTest(test: AnswerTest): RuleRefusal | null {
  if ('number' in test) return Number.isFinite(test.number) ? null : 'number_wrong'
  if ('words' in test) return areWords(test.words) ? null : 'words_wrong'
  if ('date' in test) return isCivilDate(test.date) ? null : 'date_wrong'
  return null
}

function chosenIn(condition: Exclude<Condition, { about: 'holiday' | 'time' | 'words' | 'typed' }>): readonly string[] {
  switch (condition.about) {
    case 'kind':
      return condition.kinds
    case 'category':
      return condition.categories
    case 'area':
      return condition.areas
    case 'channel':
      return condition.channels
    case 'author':
      return condition.groups
    case 'answer':
      return condition.answers
  }
}

function wrongEffects({ effects }: RoutingRule): Wrong {
  const { person, office, referral } = effects
  if (effectsOf(effects).length === 0) return refuse('effects_missing')
  if (person !== null && person !== 'least_loaded' && office === null) return refuse('person_without_office')
  const endless = (['firstReply', 'resolution'] as const).find((term) => !isTerm(effects[term]))
  if (endless) return refuse('rule_term_wrong', endless)
  return referral.length > ruleLimits.referral ? refuse('referral_too_long') : null
}

function isTerm(term: Term | null): boolean {
  return term === null || (Number.isInteger(term.amount) && term.amount >= 1 && term.amount <= categoryLimits[term.unit])
}

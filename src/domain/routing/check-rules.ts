import { categoryLimits } from '../categories/check-category.ts'
import type { Term } from '../clocks/working-calendar.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { searchText } from '../shared/search-text.ts'
import { flagRule, type Missing, type RuleSurroundings, type Workers } from './flag-rule.ts'
import { type Condition, effectsOf, type RoutingRule } from './rule.ts'

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
  workers: Workers,
): Result<RoutingRule, RuleRefusal> {
  if (others.length >= ruleLimits.rules) return refuse('too_many_rules')
  const wrong = wrongName(rule, others) ?? wrongConditions(rule.conditions) ?? wrongEffects(rule)
  if (wrong !== null) return wrong
  const [missing] = flagRule(rule, around, workers)
  return missing === undefined ? done(rule) : refuse(`${missing}_missing`)
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
  const wrong = conditions.map(wrongCondition).find((one) => one !== null)
  return wrong ? refuse(wrong) : null
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
    case 'words': {
      const { words } = condition
      const whole = words.every((word) => searchText(word) !== '' && word.length <= ruleLimits.word)
      return words.length > 0 && words.length <= ruleLimits.words && whole ? null : 'words_wrong'
    }
    default:
      return chosenIn(condition).length === 0 ? 'condition_empty' : null
  }
}

function chosenIn(condition: Exclude<Condition, { about: 'holiday' | 'time' | 'words' }>): readonly string[] {
  switch (condition.about) {
    case 'kind':
      return condition.kinds
    case 'category':
      return condition.categories
    case 'area':
      return condition.areas
    case 'channel':
      return condition.channels
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

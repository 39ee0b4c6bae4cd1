import type { Category } from '../categories/category.ts'
import { choicesOf } from '../categories/question.ts'
import type { AccountId, AreaId, AuthorGroupId, CategoryId, Id, OfficeId } from '../shared/id.ts'
import type { Condition, RoutingRule, RuleEffects } from './rule.ts'

/** What rules may refer to. */
export type RuleSurroundings = {
  readonly categories: ReadonlyMap<CategoryId, Pick<Category, 'questions'>>
  readonly areas: ReadonlyMap<AreaId, unknown>
  readonly authorGroups: ReadonlyMap<AuthorGroupId, unknown>
  readonly offices: ReadonlyMap<OfficeId, { readonly active: boolean }>
  readonly templates: readonly { readonly id: Id<'template'>; readonly active: boolean }[]
  /** Who works in which office. */
  readonly workers: ReadonlyMap<OfficeId, readonly { readonly id: AccountId }[]>
}

/** What a rule refers to that is not there any more or no longer used. */
export type Missing = 'category' | 'area' | 'author_group' | 'question' | 'answer' | 'office' | 'observer' | 'template' | 'person'

/**
 * Names what a rule refers to in vain. Such a rule is not applied at all, since half of it might do harm, and is shown as flagged
 * until somebody repairs it: never silently off.
 */
export function flagRule(rule: RoutingRule, around: RuleSurroundings): readonly Missing[] {
  const { office, observers, template } = rule.effects
  const missing: (Missing | null)[] = [
    ...rule.conditions.map((condition) => missingIn(condition, around)),
    office === null || around.offices.get(office)?.active ? null : 'office',
    observers.every((id) => around.offices.get(id)?.active) ? null : 'observer',
    template === null || around.templates.some(({ id, active }) => id === template && active) ? null : 'template',
    isThere(rule.effects, around) ? null : 'person',
  ]
  return [...new Set(missing.filter((one) => one !== null))]
}

/** The rules that are on and yet not applied, because they refer to something in vain. */
export function flaggedRules(rules: readonly RoutingRule[], around: RuleSurroundings): readonly RoutingRule[] {
  return rules.filter((rule) => rule.active && flagRule(rule, around).length > 0)
}

function missingIn(condition: Condition, { categories, areas, authorGroups }: RuleSurroundings): Missing | null {
  if (condition.about === 'category') return condition.categories.every((id) => categories.has(id)) ? null : 'category'
  if (condition.about === 'area') return condition.areas.every((id) => areas.has(id)) ? null : 'area'
  if (condition.about === 'author') return condition.groups.every((id) => authorGroups.has(id)) ? null : 'author_group'
  if (condition.about !== 'answer' && condition.about !== 'typed') return null
  const { category, code } = condition.question
  const question = categories.get(category)?.questions.find((one) => one.code === code)
  if (!question || question.retired) return 'question'
  if (condition.about === 'typed') return null
  const choices = choicesOf(question)
  return condition.answers.every((answer) => choices.includes(answer)) ? null : 'answer'
}

function isThere({ person, office }: RuleEffects, { workers }: RuleSurroundings): boolean {
  if (person === null || person === 'least_loaded') return true
  return office !== null && (workers.get(office) ?? []).some(({ id }) => id === person)
}

import type { Category } from '../categories/category.ts'
import type { AccountId, AreaId, CategoryId, Id, OfficeId } from '../shared/id.ts'
import type { RoutingRule } from './rule.ts'

/** What rules may refer to. */
export type RuleSurroundings = {
  readonly categories: ReadonlyMap<CategoryId, Pick<Category, 'questions'>>
  readonly areas: ReadonlyMap<AreaId, unknown>
  readonly offices: ReadonlyMap<OfficeId, { readonly active: boolean }>
  readonly templates: readonly { readonly id: Id<'template'>; readonly active: boolean }[]
}

/** What a rule refers to that is not there any more or no longer used. */
export type Missing = 'category' | 'area' | 'question' | 'office' | 'observer' | 'template' | 'person'

/** Who works in an office; absent where nobody asks. */
export type Workers = ReadonlyMap<OfficeId, readonly { readonly id: AccountId }[]>

/**
 * Names what a rule refers to in vain. Such a rule is not applied at all, since half of it might do harm, and is shown as flagged
 * until somebody repairs it: never silently off.
 */
export function flagRule(rule: RoutingRule, around: RuleSurroundings, workers?: Workers): readonly Missing[] {
  const { office, observers, template, person } = rule.effects
  const missing: (Missing | null)[] = [
    ...rule.conditions.map((condition): Missing | null => {
      if (condition.about === 'category') return condition.categories.every((id) => around.categories.has(id)) ? null : 'category'
      if (condition.about === 'area') return condition.areas.every((id) => around.areas.has(id)) ? null : 'area'
      if (condition.about !== 'answer' && condition.about !== 'typed') return null
      const questions = around.categories.get(condition.question.category)?.questions ?? []
      return questions.some(({ code, retired }) => code === condition.question.code && !retired) ? null : 'question'
    }),
    office === null || around.offices.get(office)?.active ? null : 'office',
    observers.every((id) => around.offices.get(id)?.active) ? null : 'observer',
    template === null || around.templates.some(({ id, active }) => id === template && active) ? null : 'template',
    isThere(person, office, workers) ? null : 'person',
  ]
  return [...new Set(missing.filter((one) => one !== null))]
}

function isThere(person: RoutingRule['effects']['person'], office: OfficeId | null, workers: Workers | undefined): boolean {
  if (person === null || person === 'least_loaded' || workers === undefined) return true
  return office !== null && (workers.get(office) ?? []).some(({ id }) => id === person)
}

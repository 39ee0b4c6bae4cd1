import type { Category } from '../categories/category.ts'
import type { CategoryId, OfficeId } from '../shared/id.ts'
import { flagRule, type RuleSurroundings } from './flag-rule.ts'
import { type MatchContext, meets, type RoutedReport } from './match-rule.ts'
import { effectsOf, noEffects, type RoutingRule, type RuleEffect, type RuleEffects, type RuleId } from './rule.ts'

/** A rule that was applied, and what it set; its name as it was then. */
export type AppliedRule = { readonly id: RuleId; readonly name: string; readonly set: readonly RuleEffect[] }

/** A category as a report would find it if it were filed there: with the office that the rules name and, if one does, which. */
export type RoutedCategory = Category & { readonly byRule?: AppliedRule | undefined }

/** Where a report goes and what is decided of it, and by which rules. */
export type Routed = Omit<RuleEffects, 'office'> & { readonly office: OfficeId; readonly rules: readonly AppliedRule[] }

/** What the body has set up for it. */
export type RoutingBody = Omit<RuleSurroundings & MatchContext, 'categories'> & {
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly rules: readonly RoutingRule[]
  readonly deskOffice: OfficeId
}

/**
 * Applies the rules of the body in their order (product design §6): each whose conditions all hold sets what it sets, a later one over
 * an earlier one, observers besides each other, until one says stop. Under them lies the category with its office; last, whatever
 * nobody takes goes to the desk. A rule that is off, asks nothing of the report or refers to something in vain is passed over.
 */
export function routeReport(report: RoutedReport, body: RoutingBody): Routed {
  const applied: AppliedRule[] = []
  let outcome: RuleEffects = noEffects
  for (const rule of body.rules) {
    if (!rule.active || flagRule(rule, body).length > 0) continue
    if (!rule.conditions.every((condition) => meets(report, condition, body))) continue
    outcome = settle(outcome, rule)
    applied.push({ id: rule.id, name: rule.name, set: effectsOf(rule.effects) })
    if (rule.stop) break
  }
  return { ...outcome, office: outcome.office ?? categoryOffice(report, body), rules: applied }
}

/** What the rules decided where somebody chose another office than theirs: whom they name there, and that they sent it there, is void. */
export function sentTo(routed: Routed, office: OfficeId): Routed {
  if (office === routed.office) return routed
  const rules = routed.rules.map((rule) => ({ ...rule, set: rule.set.filter((one) => one !== 'office' && one !== 'person') }))
  return { ...routed, office, person: null, rules: rules.filter(({ set }) => set.length > 0) }
}

function settle(outcome: RuleEffects, rule: RoutingRule): RuleEffects {
  const set = Object.fromEntries(effectsOf(rule.effects).map((effect) => [effect, rule.effects[effect]]))
  const observers = [...new Set([...outcome.observers, ...rule.effects.observers])]
  // Another office's person is nobody's here.
  const person = rule.effects.office === null ? outcome.person : null
  return { ...outcome, person, ...set, observers }
}

function categoryOffice({ category }: RoutedReport, { categories, offices, deskOffice }: RoutingBody): OfficeId {
  const office = categories.get(category)?.office
  return office !== undefined && offices.get(office)?.active ? office : deskOffice
}

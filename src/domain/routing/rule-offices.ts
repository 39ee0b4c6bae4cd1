import type { OfficeId } from '../shared/id.ts'
import type { RuleSurroundings } from './flag-rule.ts'
import type { RoutingRule } from './rule.ts'

/** Tells whether a rule sends anything to the office, or lets it follow. */
export function namesOffice({ effects }: RoutingRule, office: OfficeId): boolean {
  return effects.office === office || effects.observers.includes(office)
}

/** The rule with another office in the place of one that closes; a person who does not work in the other is named no longer. */
export function withOtherOffice(
  rule: RoutingRule,
  { from, to }: { readonly from: OfficeId; readonly to: OfficeId },
  { workers }: Pick<RuleSurroundings, 'workers'>,
): RoutingRule {
  const { effects } = rule
  const other = (office: OfficeId) => (office === from ? to : office)
  const observers = [...new Set(effects.observers.map(other))]
  if (effects.office !== from) return { ...rule, effects: { ...effects, observers } }
  const { person } = effects
  const stays = person === null || person === 'least_loaded' || (workers.get(to) ?? []).some(({ id }) => id === person)
  return { ...rule, effects: { ...effects, office: to, observers, person: stays ? person : null } }
}

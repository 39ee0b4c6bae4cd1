import type { Actor } from '#domain/people/actor.ts'
import { checkRule, type RuleRefusal } from '#domain/routing/check-rules.ts'
import type { RoutingRule, RuleId } from '#domain/routing/rule.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listAuthorGroups } from '#server/storage/author-groups.ts'
import type { Tx } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { listWorkers } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

/** What becomes of the list: a rule is put in (a new one before the last word, an old one where it stands), placed, turned on or off, or taken out. */
export type RulesChange =
  | { readonly change: 'put'; readonly rule: RoutingRule }
  | { readonly change: 'place'; readonly id: RuleId; readonly index: number }
  | { readonly change: 'turn'; readonly id: RuleId; readonly active: boolean }
  | { readonly change: 'remove'; readonly id: RuleId }

export type SetRules = { readonly by: Actor; readonly change: RulesChange; readonly seen: number | null }

export type SetRulesRefusal = RuleRefusal | ChangeSettingRefusal | 'no_such_rule'

/** Changes the rules of the body; each list is a version with who, when, before and after. */
export async function setRules(
  world: World,
  tenant: TenantId,
  { by, change, seen }: SetRules,
): Promise<Result<null, SetRulesRefusal>> {
  const directory = await world.directories.of(tenant)
  return world.transaction(tenant, async (tx): Promise<Result<null, SetRulesRefusal>> => {
    await lockBody(tx)
    const before = await readRoutingRules(tx)
    const after = await changed(tx, directory, before, change)
    if (!after.ok) return after
    const kept = await changeSetting(world, tx, { subject: 'routing', id: tenant, by, value: after.value, seen })
    return kept.ok ? done(null) : kept
  })
}

async function changed(
  tx: Tx,
  directory: Directory,
  rules: readonly RoutingRule[],
  change: RulesChange,
): Promise<Result<readonly RoutingRule[], RuleRefusal | 'no_such_rule'>> {
  if (change.change === 'put') {
    const others = rules.filter(({ id }) => id !== change.rule.id)
    const authorGroups = new Map((await listAuthorGroups(tx)).map((group) => [group.id, group]))
    const checked = checkRule(change.rule, others, { ...directory, authorGroups, workers: await listWorkers(tx) })
    return checked.ok ? done(withRule(rules, checked.value)) : checked
  }
  const at = rules.findIndex(({ id }) => id === change.id)
  const rule = rules[at]
  if (!rule) return refuse('no_such_rule')
  const others = rules.toSpliced(at, 1)
  if (change.change === 'remove') return done(others)
  if (change.change === 'turn') return done(rules.with(at, { ...rule, active: change.active }))
  return done(others.toSpliced(Math.max(0, change.index), 0, rule))
}

/** The list with this rule in its place, or at the end where it is new. */
export function withRule(rules: readonly RoutingRule[], rule: RoutingRule): readonly RoutingRule[] {
  const at = rules.findIndex(({ id }) => id === rule.id)
  return at < 0 ? [...rules, rule] : rules.with(at, rule)
}

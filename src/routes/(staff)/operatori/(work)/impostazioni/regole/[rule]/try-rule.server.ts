import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { checkRule } from '#domain/routing/check-rules.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import { tryRouting } from '#server/queries/desk/try-routing.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { withRule } from '#server/use-cases/routing/set-rules.ts'
import { presentTrial } from './present-trial.server.ts'

/** What a rule would have done with the last reports, in words; one that may not be kept is not tried. One that is off is tried as if it were on. */
export async function tryRule(rule: RoutingRule, rules: readonly RoutingRule[], locals: App.Locals) {
  const { installation, directory } = locals
  return installation.world.read(directory.tenant.id, async (reader) => {
    const workers = await listWorkers(reader)
    const others = rules.filter(({ id }) => id !== rule.id)
    const checked = checkRule(rule, others, { ...directory, workers })
    if (!checked.ok) return checked
    const trial = await tryRouting(reader, directory, withRule(rules, { ...rule, active: true }))
    return { ok: true, value: presentTrial(trial, workers, locals) } as const
  })
}

/** Tells whether a rule decides otherwise than it did; what it is called and whether it is on change nothing of that. */
export function decidesOtherwise(before: RoutingRule | null, after: RoutingRule): boolean {
  const decided = ({ conditions, effects, stop }: RoutingRule) => [conditions, effects, stop]
  return before === null || !isDeepStrictEqual(decided(before), decided(after))
}

/** What says that exactly this rule was tried beside exactly these others; a new rule has another id each time. */
export function markOfTrial({ id: _, name: __, active: ___, ...rule }: RoutingRule, version: string): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, version]))
    .digest('base64url')
    .slice(0, 22)
}

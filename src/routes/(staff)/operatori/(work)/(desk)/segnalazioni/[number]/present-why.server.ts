import type { AppliedRule } from '#domain/routing/route-report.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportEvent } from '#server/storage/events.ts'

type Locals = App.Locals

/** Why a report lies where it lies: the rules that were applied when it arrived, and what they advise. */
export function presentWhy(events: readonly ReportEvent[], locals: Locals): readonly (readonly [string, string | null])[] {
  const { routing } = locals.words
  const applied = appliedTo(events)
  if (!applied) return [[routing.why, routing.whyCategory]]
  const template = locals.directory.templates.find(({ id }) => id === applied.template)
  return [
    [routing.why, (applied.rules ?? []).map((rule) => fill(routing.whyRule, { ...rule, set: setOf(rule, locals) })).join('; ')],
    [routing.advisedTemplate, template?.name ?? null],
    [routing.advisedReferral, applied.referral ?? null],
  ]
}

/** The standard text that the rules advise. */
export function advisedTemplate(events: readonly ReportEvent[]) {
  return appliedTo(events)?.template ?? null
}

function appliedTo(events: readonly ReportEvent[]) {
  return events.findLast(({ kind }) => kind === 'rules_applied')?.detail
}

/** A rule that was applied, with what it set. */
export function sayApplied(rule: AppliedRule, locals: Locals): string {
  return fill('«{name}» ({set})', { name: rule.name, set: setOf(rule, locals) })
}

function setOf({ set }: AppliedRule, { words }: Locals): string {
  return set.map((effect) => words.routing.set[effect]).join(', ')
}

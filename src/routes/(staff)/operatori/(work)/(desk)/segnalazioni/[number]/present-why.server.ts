import { type WhyHere, whyHere } from '#domain/reports/why-here.ts'
import type { AppliedRule } from '#domain/routing/route-report.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { actorName, officeName } from './names.server.ts'

type Locals = App.Locals

/** Why a report lies where it lies now, the rules that were applied when it arrived, and what they advise. */
export function presentWhy(file: ReportFile, locals: Locals): readonly (readonly [string, string | null])[] {
  const { routing } = locals.words
  const applied = appliedTo(file.events)
  const template = locals.directory.templates.find(({ id }) => id === applied?.template)
  const why = whyHere(file.report, file.events)
  const rules = why.why === 'rules' && why.rules === applied?.rules ? null : applied?.rules
  return [
    [routing.why.title, sayWhy(why, file, locals)],
    [routing.applied, rules ? sayRules(rules, locals) : null],
    [routing.advisedTemplate, template?.name ?? null],
    [routing.advisedReferral, applied?.referral ?? null],
  ]
}

function sayWhy(here: WhyHere, file: ReportFile, locals: Locals): string {
  const { why } = locals.words.routing
  switch (here.why) {
    case 'rules':
      return sayRules(here.rules, locals)
    case 'somebody':
      return fill(why.somebody, { by: actorName(here.by, file, locals) })
    case 'given_back':
      return fill(why.given_back, { office: officeName(here.office, locals) })
    case 'lead': {
      const number = here.lead && file.numbers.get(here.lead)
      return number ? fill(why.lead, { number }) : why.group
    }
    default:
      return why[here.why]
  }
}

function sayRules(rules: readonly AppliedRule[], locals: Locals): string {
  return rules.map((rule) => fill(locals.words.routing.whyRule, { name: rule.name, set: setOf(rule, locals) })).join('; ')
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

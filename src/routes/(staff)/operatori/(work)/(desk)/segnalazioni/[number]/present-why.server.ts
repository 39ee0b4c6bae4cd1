import { type WhyHere, whyHere } from '#domain/reports/why-here.ts'
import type { AppliedRule } from '#domain/routing/route-report.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import { actorName, officeName } from './names.server.ts'

type Locals = App.Locals

/** Why a report lies where it lies now, the rules that were applied when it arrived, and what they advise. */
export function presentWhy(file: ReportFile, locals: Locals): readonly (readonly [string, string | null])[] {
  const { routing } = locals.words
  const applied = file.events.findLast(({ kind }) => kind === 'rules_applied')?.detail
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

function sayWhy(why: WhyHere, file: ReportFile, locals: Locals): string {
  const says = locals.words.routing.why
  switch (why.why) {
    case 'rules':
      return sayRules(why.rules, locals)
    case 'somebody':
      return fill(says.somebody, { by: actorName(why.by, file, locals) })
    case 'given_back':
      return fill(says.given_back, { office: officeName(why.office, locals) })
    case 'lead': {
      const number = why.lead && file.numbers.get(why.lead)
      return number ? fill(says.lead, { number }) : says.group
    }
    default:
      return says[why.why]
  }
}

function sayRules(rules: readonly AppliedRule[], locals: Locals): string {
  return rules.map((rule) => fill(locals.words.routing.whyRule, { name: rule.name, set: setOf(rule, locals) })).join('; ')
}

/** A rule that was applied, with what it set. */
export function sayApplied(rule: AppliedRule, locals: Locals): string {
  return fill('«{name}» ({set})', { name: rule.name, set: setOf(rule, locals) })
}

function setOf({ set }: AppliedRule, { words }: Locals): string {
  return set.map((effect) => words.routing.set[effect]).join(', ')
}

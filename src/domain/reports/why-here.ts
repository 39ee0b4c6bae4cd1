import type { AppliedRule } from '../routing/route-report.ts'
import type { OfficeId, ReportId } from '../shared/id.ts'
import type { EventActor, EventDetail, EventKind } from './event.ts'
import type { Report } from './report.ts'

/** Why a report lies where it lies: the last thing that brought it there. */
export type WhyHere =
  | { readonly why: 'category' }
  /** Whoever wrote it wrote to this office. */
  | { readonly why: 'addressed' }
  | { readonly why: 'rules'; readonly rules: readonly AppliedRule[] }
  | { readonly why: 'somebody'; readonly by: EventActor }
  | { readonly why: 'given_back'; readonly office: OfficeId | null }
  | { readonly why: 'lead'; readonly lead: ReportId | null }
  | { readonly why: 'owner_gone' }

type Happened = { readonly kind: EventKind; readonly actor: EventActor; readonly detail: EventDetail }

type Lying = Pick<Report, 'routedOffice' | 'lead'>

/** Says why a report lies where it lies, from what happened to it (oldest first): the category and the rules count until somebody decides otherwise. */
export function whyHere(report: Lying, history: readonly Happened[]): WhyHere {
  const owned = history.findIndex(({ detail }) => detail.from === 'submitted')
  for (const [at, event] of [...history.entries()].toReversed()) {
    const unowned = owned < 0 || at < owned
    const why = broughtBy(event, report, unowned ? 'unowned' : 'owned')
    if (why !== null) return why
  }
  return { why: 'category' }
}

function broughtBy({ kind, actor, detail }: Happened, report: Lying, then: 'owned' | 'unowned'): WhyHere | null {
  if (detail.follows) return detail.office ? { why: 'lead', lead: report.lead } : null
  switch (kind) {
    case 'assigned':
      // Whoever gives it to a person of the same office leaves it there.
      return detail.office === detail.previousOffice ? null : { why: 'somebody', by: actor }
    case 'taken_in_charge':
      return actor.kind === 'system' || detail.office === report.routedOffice ? null : { why: 'somebody', by: actor }
    case 'split_off':
      return detail.office ? { why: 'somebody', by: actor } : null
    case 'given_back':
      return { why: 'given_back', office: detail.previousOffice ?? null }
    case 'grouped':
      return detail.office ? { why: 'lead', lead: detail.other ?? null } : null
    case 'reopened':
      return detail.previousOffice ? { why: 'owner_gone' } : null
    case 'classified':
      return then === 'unowned' ? byRules(detail) : null
    case 'rules_applied':
      return sendsIt(detail) ? byRules(detail) : null
    case 'submitted':
      return detail.office ? { why: 'addressed' } : null
    default:
      return null
  }
}

function byRules(detail: EventDetail): WhyHere {
  return sendsIt(detail) ? { why: 'rules', rules: detail.rules ?? [] } : { why: 'category' }
}

function sendsIt({ rules = [] }: EventDetail): boolean {
  return rules.some(({ set }) => set.includes('office'))
}

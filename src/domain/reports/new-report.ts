import type { Category } from '../categories/category.ts'
import { dueAt } from '../clocks/working-calendar.ts'
import { type Routed, type RoutingBody, routeReport, sentTo } from '../routing/route-report.ts'
import type { AuthorGroupId, OfficeId } from '../shared/id.ts'
import { blockedWordsIn } from './blocked-words.ts'
import type { Report } from './report.ts'
import { isVisible, type PublicationPolicy, policyFor } from './visibility.ts'

/** What a report says before anybody has done anything with it. */
export type Beginning = Pick<
  Report,
  | 'tenant'
  | 'id'
  | 'number'
  | 'kind'
  | 'title'
  | 'description'
  | 'answers'
  | 'priority'
  | 'author'
  | 'channel'
  | 'place'
  | 'address'
  | 'area'
  | 'consent'
> & {
  readonly category: Category
  /** The office that somebody chose for it; null lets the rules say. */
  readonly office: OfficeId | null
}

/** What the body decided for new reports. */
export type NewReportRules = {
  readonly routing: RoutingBody
  readonly publication: PublicationPolicy
  readonly blockedWords: readonly string[]
}

/** A report at the beginning of its life, which rules sent it there, and the words for which it is held back. */
export type NewReport = { readonly report: Report; readonly routed: Routed; readonly blocked: readonly string[] }

/**
 * Begins the life of a report: sent where the rules of the body say unless somebody chose its office, with both promises counted
 * from now, shown to everyone as the body publishes, and held back for the desk’s look where it holds a word that the body blocks.
 */
export function newReport(
  { category, office, authorGroups, ...said }: Beginning & { readonly authorGroups: readonly AuthorGroupId[] },
  rules: NewReportRules,
  now: Date,
): NewReport {
  const { calendar } = rules.routing
  const begun: Report = {
    ...said,
    category: category.id,
    stage: 'submitted',
    stageSince: now,
    routedOffice: category.office,
    ownerOffice: null,
    ownerPerson: null,
    observers: [],
    mentioned: [],
    handOvers: 0,
    lead: null,
    moderation: 'pending',
    heldBack: false,
    visible: false,
    submittedAt: now,
    firstReplyDue: dueAt(now, category.firstReply, calendar),
    firstReplyAt: null,
    resolutionDue: dueAt(now, category.resolution, calendar),
    pausedAt: null,
    closedAt: null,
    authorWaitsSince: null,
    authorSaid: null,
    stars: null,
    termNotice: 'none',
    plannedFor: null,
    recipient: null,
    declineReason: null,
    duplicateOf: null,
    version: 1,
  }
  const byRules = routeReport({ ...begun, authorGroups }, rules.routing)
  const routed = office === null ? byRules : sentTo(byRules, office)
  const blocked = blockedWordsIn(begun, rules.blockedWords)
  const ruled = followRules(begun, routed, rules, now)
  const report = blocked.length > 0 ? holdBack(ruled) : ruled
  return { report: { ...report, visible: isVisible(report, policyFor(category, rules.publication)) }, routed, blocked }
}

/** A rule that lets nobody see it stands; one that would show it does not. */
function holdBack(report: Report): Report {
  return { ...report, heldBack: true, moderation: report.moderation === 'rejected' ? 'rejected' : 'pending' }
}

/** What the rules decided, but for how pressing whoever wrote the report down said that it is. */
function followRules(report: Report, routed: Routed, { routing: { calendar } }: NewReportRules, now: Date): Report {
  return {
    ...report,
    routedOffice: routed.office,
    observers: routed.observers.filter((office) => office !== routed.office),
    priority: report.priority === 'normal' ? (routed.priority ?? report.priority) : report.priority,
    moderation: routed.moderation ?? report.moderation,
    firstReplyDue: routed.firstReply ? dueAt(now, routed.firstReply, calendar) : report.firstReplyDue,
    resolutionDue: routed.resolution ? dueAt(now, routed.resolution, calendar) : report.resolutionDue,
  }
}

import type { Actor } from '../people/actor.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import type { EventDetail } from './event.ts'
import { type MayRefusal, may } from './may.ts'
import type { Report } from './report.ts'
import { isOpen } from './stage.ts'
import { isVisible, type PublicationPolicy } from './visibility.ts'

export type GroupRefusal = MayRefusal | 'lead_itself' | 'lead_follows' | 'lead_closed' | 'report_closed' | 'nothing_changes'

type GroupRules = { readonly publication: PublicationPolicy }

/**
 * Puts an open report under the one that leads its group: it stands from now on where its lead stands and lies with whoever has
 * that. A group has one lead and no chains; what is closed joins none, because its author has had an answer.
 */
export function decideGrouping(
  report: Report,
  lead: Report,
  by: Actor,
  rules: GroupRules,
  now: Date,
): Result<Decided, GroupRefusal> {
  const allowed = may(by, 'group', report)
  if (!allowed.ok) return allowed
  if (lead.id === report.id) return refuse('lead_itself')
  if (lead.lead !== null) return refuse('lead_follows')
  if (report.lead === lead.id) return refuse('nothing_changes')
  if (!isOpen(report.stage)) return refuse('report_closed')
  if (!isOpen(lead.stage)) return refuse('lead_closed')
  const joined = standWith({ ...report, lead: lead.id }, lead, now)
  const moved = joined.stage === report.stage ? {} : { from: report.stage, to: joined.stage }
  return done({
    report: { ...joined, visible: isVisible(joined, rules.publication) },
    event: { kind: 'grouped', detail: { other: lead.id, ...moved, ...givenWith(report, joined) } },
    words: null,
  })
}

/** Whose it becomes with its group. */
function givenWith(before: Report, { ownerOffice: office, ownerPerson: person }: Report): EventDetail {
  return office === null || office === before.ownerOffice ? {} : { office, person, previousOffice: before.ownerOffice }
}

/** Moves a report with the group that it belonged to: its old lead joins another one or gives the lead away. */
export function decideMovingAlong(report: Report, lead: Report): Decided {
  return { report: { ...report, lead: lead.id }, event: { kind: 'regrouped', detail: { other: lead.id } }, words: null }
}

/** What the history of a lead says when others join it; the lead itself stays as it is. */
export function decideGathering(lead: Report, joining: readonly Report[]): Decided {
  return { report: lead, event: { kind: 'gathered', detail: { others: joining.map(({ id }) => id) } }, words: null }
}

export type UngroupRefusal = MayRefusal | 'not_grouped'

/** Lets a report go its own way again, from where its group stands now. */
export function decideUngrouping(report: Report, by: Actor): Result<Decided, UngroupRefusal> {
  const allowed = may(by, 'group', report)
  if (!allowed.ok) return allowed
  if (report.lead === null) return refuse('not_grouped')
  return done({ report: { ...report, lead: null }, event: { kind: 'ungrouped', detail: { other: report.lead } }, words: null })
}

export type LeadRefusal = MayRefusal | 'not_grouped' | 'report_closed'

/** Lets a report of the group lead it, by whoever may group. */
export function decideLeading(report: Report, by: Actor): Result<Decided, LeadRefusal> {
  const allowed = may(by, 'group', report)
  if (!allowed.ok) return allowed
  if (report.lead === null) return refuse('not_grouped')
  return isOpen(report.stage) ? done(takeLead(report)) : refuse('report_closed')
}

/** The report leads from now on, whoever decided it. */
export function takeLead(report: Report): Decided {
  return { report: { ...report, lead: null }, event: { kind: 'gathered', detail: {} }, words: null }
}

/** Whom a group passes to when its lead is taken back: the eldest of those that are still open. */
export function heirOf(followers: readonly Report[]): Report | null {
  return followers.filter(({ stage }) => isOpen(stage)).toSorted((one, other) => one.number - other.number)[0] ?? null
}

/** A question was put to the lead's author alone, and one that this author was asked stays asked. */
function standWith(report: Report, lead: Report, now: Date): Report {
  const owned = lead.ownerOffice ? { ...report, ownerOffice: lead.ownerOffice, ownerPerson: lead.ownerPerson } : report
  if (lead.stage === 'submitted' || report.stage === 'waiting') return owned
  const stage = lead.stage === 'waiting' ? 'in_charge' : lead.stage
  return {
    ...owned,
    stage,
    stageSince: stage === report.stage ? report.stageSince : now,
    plannedFor: lead.plannedFor,
    recipient: lead.recipient,
  }
}

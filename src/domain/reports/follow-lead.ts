import { resume } from '../clocks/report-clock.ts'
import { dueAt } from '../clocks/working-calendar.ts'
import type { EventId } from '../shared/id.ts'
import type { Decided } from './desk-changes.ts'
import type { EventActor, EventDetail, EventKind } from './event.ts'
import type { MoveRules } from './move.ts'
import type { Report } from './report.ts'
import { isOpen, type Stage } from './stage.ts'
import { isVisible } from './visibility.ts'

/** What the body does to the lead of a group that every report of the group goes through with it. */
const shared = [
  'taken_in_charge',
  'planned',
  'entrusted',
  'worked',
  'sent_back',
  'assigned',
  'replied',
  'resolved',
  'declined',
  'reopened',
] as const satisfies readonly EventKind[]

type SharedKind = (typeof shared)[number]

/** Tells whether the reports of a group follow their lead through this; a question, and what an author does, stay where they are. */
export function isFollowed(kind: EventKind, by: EventActor): kind is SharedKind {
  return shared.some((one) => one === kind) && by.kind !== 'author'
}

/** What happened to a lead, as a report of its group follows it. */
export type LeadStep = {
  readonly id: EventId
  readonly kind: SharedKind
  readonly detail: EventDetail
  /** What the body wrote to the lead's author, addressed to this one; never a note. */
  readonly reply: string | null
}

type FollowRules = Pick<MoveRules, 'calendar' | 'publication' | 'resolution'>

const stageAfter: Readonly<Partial<Record<SharedKind, Stage>>> = {
  taken_in_charge: 'in_charge',
  planned: 'planned',
  entrusted: 'with_others',
  worked: 'worked',
  sent_back: 'in_charge',
  resolved: 'resolved',
  declined: 'declined',
  reopened: 'in_charge',
}

/**
 * What a report of a group goes through when its lead does, with the same words, reason and date; null where it has nothing to
 * follow, because it is closed already or stands there. Only what was closed with its lead is opened with it again.
 */
export function followLead(
  report: Report,
  step: LeadStep,
  rules: FollowRules,
  closedWithLead: 'closed_with_lead' | 'on_its_own',
  now: Date,
): Decided | null {
  if (step.kind === 'reopened' ? isOpen(report.stage) || closedWithLead === 'on_its_own' : !isOpen(report.stage)) return null
  if (step.kind === 'taken_in_charge' && report.stage !== 'submitted') return null
  if (step.kind === 'sent_back' && report.stage !== 'worked') return null
  if (step.kind === 'worked' && report.stage === 'worked') return null
  const after = settle(report, step, rules, now)
  const reply = step.kind === 'replied' || step.kind === 'resolved' || step.kind === 'declined' ? step.reply : null
  return {
    report: { ...after, visible: isVisible(after, rules.publication) },
    event: { kind: step.kind, detail: detailOf(report, after, step) },
    words: reply === null ? null : { kind: 'reply', text: reply },
  }
}

function settle(report: Report, { kind, detail }: LeadStep, rules: FollowRules, now: Date): Report {
  const owned = detail.office ? { ...report, ownerOffice: detail.office, ownerPerson: detail.person ?? null } : report
  if (kind === 'assigned') return owned
  const answered = kind === 'replied' || kind === 'resolved' || kind === 'declined'
  const told = answered ? { ...owned, firstReplyAt: owned.firstReplyAt ?? now } : owned
  const stage = stageAfter[kind]
  if (stage === undefined) return told
  const running = told.stage === 'waiting' ? restarted(told, rules, now) : told
  const moved = { ...running, stage, stageSince: now, plannedFor: detail.plannedFor ?? null, recipient: detail.recipient ?? null }
  if (kind === 'resolved') return { ...moved, closedAt: now }
  if (kind === 'declined')
    return { ...moved, closedAt: now, declineReason: detail.reason ?? null, duplicateOf: detail.duplicateOf ?? null }
  if (kind !== 'reopened') return moved
  const resolutionDue = dueAt(now, rules.resolution, rules.calendar)
  return { ...moved, closedAt: null, declineReason: null, duplicateOf: null, resolutionDue, termNotice: 'none' }
}

function restarted(report: Report, { calendar }: FollowRules, now: Date): Report {
  const clock = resume({ due: report.resolutionDue, pausedAt: report.pausedAt }, now, calendar)
  return { ...report, resolutionDue: clock.due, pausedAt: clock.pausedAt }
}

/** The lead's message is not this report's; what else the event says holds for both. */
function detailOf(before: Report, after: Report, { id, kind, detail }: LeadStep): EventDetail {
  const { message: _, previousOffice: __, previousPerson: ___, from: ____, to: _____, mentions: ______, ...said } = detail
  if (kind === 'assigned') return { ...said, previousOffice: before.ownerOffice, previousPerson: before.ownerPerson, follows: id }
  return before.stage === after.stage ? { ...said, follows: id } : { ...said, from: before.stage, to: after.stage, follows: id }
}

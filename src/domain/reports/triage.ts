import { lastWorkingInstant } from '../clocks/working-calendar.ts'
import { type Actor, holds } from '../people/actor.ts'
import type { RoutedCategory } from '../routing/route-report.ts'
import type { AccountId, AreaId, CategoryId, OfficeId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { type AssignRefusal, decideAssignment } from './assignment.ts'
import {
  type ClassifyRefusal,
  type Decided,
  decideClassification,
  decideModeration,
  decideNote,
  type ModerateRefusal,
  type NoteRefusal,
} from './desk-changes.ts'
import { checkNote, type ForcedNoteRefusal } from './forced-notes.ts'
import type { ReportKind } from './kind.ts'
import { type MayRefusal, may } from './may.ts'
import { decideMove, type MoveRefusal, type MoveRules, messageLength } from './move.ts'
import type { Priority } from './priority.ts'
import type { Report } from './report.ts'
import type { PublicationPolicy } from './visibility.ts'

/** Everything that the desk decides of a report in one gesture, as the form has it; what is as it was is left alone. */
export type Triage = {
  readonly kind: ReportKind
  readonly category: CategoryId
  readonly area: AreaId | null
  readonly priority: Priority
  /** Whose work it is; null leaves it. */
  readonly owner: { readonly office: OfficeId; readonly person: AccountId | null } | null
  readonly note: string
  /** Whether the office takes it in charge at once, or is only the one that it is for. */
  readonly take: 'in_charge' | 'routed'
  readonly observers: readonly OfficeId[]
  readonly moderation: 'approved' | 'rejected' | 'as_it_is'
  /** Civil date (ISO) until which it is to be resolved; null leaves the promise. */
  readonly dueOn: string | null
  readonly dueReason: string
}

/** One change of a triage; each is an event of its own. */
export type TriageStep =
  | { readonly step: 'classify'; readonly kind: ReportKind; readonly category: CategoryId }
  | { readonly step: 'area'; readonly area: AreaId | null }
  | { readonly step: 'priority'; readonly priority: Priority }
  | { readonly step: 'term'; readonly dueOn: string; readonly reason: string }
  | { readonly step: 'route'; readonly office: OfficeId; readonly note: string }
  | { readonly step: 'take' | 'assign'; readonly office: OfficeId; readonly person: AccountId | null; readonly note: string }
  | { readonly step: 'note'; readonly text: string }
  | { readonly step: 'observers'; readonly observers: readonly OfficeId[] }
  | { readonly step: 'moderation'; readonly moderation: 'approved' | 'rejected' }

export type TriageRefusal =
  | MayRefusal
  | ClassifyRefusal
  | AssignRefusal
  | ModerateRefusal
  | MoveRefusal
  | NoteRefusal
  | 'place_decides'
  | 'day_closed'
  | 'term_reason_missing'

/** What the body decided that a triage asks for; a category is null where it does not take the kind. */
export type TriageRules = MoveRules & {
  readonly categoryFor: (kind: ReportKind, category: CategoryId) => RoutedCategory | null
  /** What the body decided for the categories that decide nothing of their own. */
  readonly bodyPolicy: PublicationPolicy
  /** The civil date (ISO) on which the report is due to be resolved. */
  readonly dueOn: string
}

/** The changes that a triage means, in the order in which they are made; nothing where all is as it was. */
export function triageSteps(report: Report, wanted: Triage, { dueOn }: Pick<TriageRules, 'dueOn'>): readonly TriageStep[] {
  const { kind, category, area, priority, observers, moderation } = wanted
  const steps: (TriageStep | null)[] = [
    kind !== report.kind || category !== report.category ? { step: 'classify', kind, category } : null,
    area !== report.area ? { step: 'area', area } : null,
    priority !== report.priority ? { step: 'priority', priority } : null,
    wanted.dueOn !== null && wanted.dueOn !== dueOn ? { step: 'term', dueOn: wanted.dueOn, reason: wanted.dueReason } : null,
    // A note goes with the new owner or, where nobody gets the report, stands for itself.
    ownerStep(report, wanted) ?? (wanted.note.trim() === '' ? null : { step: 'note', text: wanted.note }),
    sameOffices(observers, report.observers) ? null : { step: 'observers', observers },
    moderation !== 'as_it_is' && moderation !== report.moderation ? { step: 'moderation', moderation } : null,
  ]
  return steps.filter((step) => step !== null)
}

function ownerStep(report: Report, { owner, take, note }: Triage): TriageStep | null {
  if (owner === null) return null
  if (report.stage === 'submitted') {
    if (take === 'in_charge') return { step: 'take', ...owner, note }
    return owner.office === report.routedOffice ? null : { step: 'route', office: owner.office, note }
  }
  const same = owner.office === report.ownerOffice && owner.person === report.ownerPerson
  return same ? null : { step: 'assign', ...owner, note }
}

/** Decides one change of a triage by the very rule that decides it alone. */
export function decideTriageStep(
  report: Report,
  step: TriageStep,
  by: Actor,
  rules: TriageRules,
  now: Date,
): Result<Decided, TriageRefusal> {
  switch (step.step) {
    case 'classify': {
      const category = rules.categoryFor(step.kind, step.category)
      if (category === null) return refuse('category_unknown')
      return decideClassification(report, { kind: step.kind, category }, by, rules.bodyPolicy)
    }
    case 'area':
      return decideArea(report, step.area, by)
    case 'priority':
      return decidePriority(report, step.priority, by)
    case 'term':
      return decideTerm(report, step, by, rules)
    case 'route':
      return decideRouting(report, step, by)
    case 'take':
      return decideMove(report, { ...step, act: 'take_in_charge' }, by, rules, now)
    case 'assign':
      return decideAssignment(report, step, by, rules)
    case 'note':
      return decideNote(report, { text: step.text }, by)
    case 'observers':
      return decideObservers(report, step.observers, by)
    case 'moderation':
      return decideModeration(report, step.moderation, by, rules.publication)
  }
}

/** Says how pressing a report is. */
function decidePriority(report: Report, priority: Priority, by: Actor): Result<Decided, MayRefusal | 'nothing_changes'> {
  const allowed = may(by, 'prioritise', report)
  if (!allowed.ok) return allowed
  if (priority === report.priority) return refuse('nothing_changes')
  const detail = { priority, previousPriority: report.priority }
  return done({ report: { ...report, priority }, event: { kind: 'prioritised', detail }, words: null })
}

/** Lets offices follow a report, and others no longer. */
function decideObservers(
  report: Report,
  observers: readonly OfficeId[],
  by: Actor,
): Result<Decided, MayRefusal | 'nothing_changes'> {
  const allowed = may(by, 'observe', report)
  if (!allowed.ok) return allowed
  const added = observers.filter((office) => !report.observers.includes(office))
  const removed = report.observers.filter((office) => !observers.includes(office))
  if (added.length + removed.length === 0) return refuse('nothing_changes')
  return done({
    report: { ...report, observers },
    event: { kind: 'observers_changed', detail: { added, removed } },
    words: null,
  })
}

/** Moves the resolution term to a day on which the body works, and says why in a note; what was promised to the author stays in the history. */
function decideTerm(
  report: Report,
  { dueOn, reason }: { readonly dueOn: string; readonly reason: string },
  by: Actor,
  { calendar, today }: Pick<MoveRules, 'calendar' | 'today'>,
): Result<Decided, TriageRefusal> {
  const allowed = may(by, 'set_term', report)
  if (!allowed.ok) return allowed
  if (dueOn < today) return refuse('date_past')
  const due = lastWorkingInstant(dueOn, calendar)
  if (due === null) return refuse('day_closed')
  const text = reason.trim()
  if (text === '') return refuse('term_reason_missing')
  if (text.length > messageLength) return refuse('text_too_long')
  const detail = { due: due.toISOString(), previousDue: report.resolutionDue.toISOString() }
  return done({
    report: { ...report, resolutionDue: due },
    event: { kind: 'term_set', detail },
    words: { kind: 'note', text },
  })
}

/** Names the area of a report that has no place; where there is a place, the place decides. */
function decideArea(report: Report, area: AreaId | null, by: Actor): Result<Decided, MayRefusal | 'place_decides'> {
  const allowed = may(by, 'move_place', report)
  if (!allowed.ok) return allowed
  if (report.place !== null) return refuse('place_decides')
  return done({ report: { ...report, area }, event: { kind: 'moved', detail: { area, previousArea: report.area } }, words: null })
}

/** The desk sends a report that nobody has taken in charge to the office that it concerns. */
function decideRouting(
  report: Report,
  to: { readonly office: OfficeId; readonly note: string },
  by: Actor,
): Result<Decided, MayRefusal | ForcedNoteRefusal | 'nothing_changes'> {
  if (!holds(by, 'desk')) return refuse('not_yours')
  if (report.stage !== 'submitted') return refuse('wrong_stage')
  const { office } = to
  if (office === report.routedOffice) return refuse('nothing_changes')
  const note = checkNote(to.note, null, [])
  if (!note.ok) return note
  const detail = { office, previousOffice: report.routedOffice }
  const words = note.value === null ? null : ({ kind: 'note', text: note.value } as const)
  return done({ report: { ...report, routedOffice: office }, event: { kind: 'assigned', detail }, words })
}

function sameOffices(one: readonly OfficeId[], other: readonly OfficeId[]): boolean {
  return one.length === other.length && one.every((office) => other.includes(office))
}

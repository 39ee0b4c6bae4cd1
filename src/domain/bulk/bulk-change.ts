import type { Actor } from '../people/actor.ts'
import { mayDo } from '../people/capability.ts'
import { type Assignee, type AssignRefusal, decideAssignment } from '../reports/assignment.ts'
import {
  type ClassifyRefusal,
  type Decided,
  decideClassification,
  decideModeration,
  decideNote,
  decideReply,
  type ModerateRefusal,
  type NoteRefusal,
  type ReplyRefusal,
} from '../reports/desk-changes.ts'
import { checkNote } from '../reports/forced-notes.ts'
import type { ReportKind } from '../reports/kind.ts'
import { decideMove, type MoveRefusal, type MoveRules } from '../reports/move.ts'
import type { Report } from '../reports/report.ts'
import type { DeclineReason } from '../reports/stage.ts'
import type { Moderation, PublicationPolicy } from '../reports/visibility.ts'
import type { RoutedCategory } from '../routing/route-report.ts'
import type { AccountId, CategoryId, Id, OfficeId } from '../shared/id.ts'
import { type Result, refuse } from '../shared/result.ts'

/** What can be asked of many reports at once; texts may hold placeholders, which `changeForReport` fills in for each. */
export type BulkChange =
  | {
      readonly act: 'take_in_charge'
      readonly office: OfficeId | null
      readonly person: AccountId | null
      /** Who was meant and is absent. */
      readonly insteadOf?: AccountId | undefined
    }
  | ({ readonly act: 'assign' } & Assignee)
  | { readonly act: 'classify'; readonly kind: ReportKind | null; readonly category: CategoryId | null }
  | { readonly act: 'moderate'; readonly moderation: Moderation }
  | (BulkWords & { readonly act: 'reply' | 'note' })
  | (BulkWords & { readonly act: 'resolve'; readonly note?: string | undefined })
  | (BulkWords & { readonly act: 'decline'; readonly reason: DeclineReason | null; readonly note?: string | undefined })

/** What is written to many at once, and the standard text that it was made of. */
export type BulkWords = { readonly text: string; readonly template?: Id<'template'> | null }

export type BulkAct = BulkChange['act']

export const bulkActs = [
  'take_in_charge',
  'assign',
  'classify',
  'moderate',
  'reply',
  'note',
  'resolve',
  'decline',
] as const satisfies readonly BulkAct[]

export type BulkRefusal =
  | MoveRefusal
  | AssignRefusal
  | ClassifyRefusal
  | ModerateRefusal
  | NoteRefusal
  | ReplyRefusal
  | 'office_unknown'
  | 'person_unknown'
  | 'duplicate_one_by_one'

/** Why a run is neither begun nor stopped. */
export type BulkRunRefusal = 'no_such_run' | 'wrong_state'

/** What the body decided that a bulk change asks for; `category` is null where the kind does not take the category asked for. */
export type BulkRules = MoveRules & {
  readonly categoryFor: (kind: ReportKind, category: CategoryId) => RoutedCategory | null
  /** What the body decided for the categories that decide nothing of their own. */
  readonly bodyPolicy: PublicationPolicy
}

/** What a bulk change lacks before any report is looked at, so that the form says it beside the field. */
export function whatBulkLacks(change: BulkChange, { forcedNotes }: Pick<BulkRules, 'forcedNotes'>): BulkRefusal | null {
  if ((change.act === 'assign' || change.act === 'take_in_charge') && change.office === null) return 'owner_missing'
  if (change.act === 'classify' && change.category === null) return 'category_missing'
  if (change.act === 'decline' && change.reason === null) return 'reason_missing'
  if (change.act === 'decline' && change.reason === 'duplicate') return 'duplicate_one_by_one'
  if ('text' in change && change.text.trim() === '') return 'text_missing'
  if (change.act !== 'resolve' && change.act !== 'decline') return null
  const note = checkNote(change.note, change.act, forcedNotes)
  return note.ok ? null : note.refusal
}

/** Decides a bulk change for one report, by the very rules that decide it alone; many at once are for whoever may do so. */
export function decideBulk(
  report: Report,
  change: BulkChange,
  by: Actor,
  rules: BulkRules,
  now: Date,
): Result<Decided, BulkRefusal> {
  if (!mayDo(by, 'bulk')) return refuse('not_yours')
  const lacks = whatBulkLacks(change, rules)
  if (lacks !== null) return refuse(lacks)
  switch (change.act) {
    case 'take_in_charge':
    case 'resolve':
      return decideMove(report, change, by, rules, now)
    case 'decline':
      return decideMove(report, { ...change, duplicateOf: null }, by, rules, now)
    case 'assign':
      return decideAssignment(report, change, by, rules)
    case 'moderate':
      return decideModeration(report, change.moderation, by, rules.publication)
    case 'reply':
      return decideReply(report, change.text, by, rules, now)
    case 'note':
      return decideNote(report, { text: change.text }, by)
    case 'classify':
      return classify(report, change, by, rules)
  }
}

function classify(
  report: Report,
  change: Extract<BulkChange, { act: 'classify' }>,
  by: Actor,
  rules: BulkRules,
): Result<Decided, BulkRefusal> {
  const kind = change.kind ?? report.kind
  const category = change.category === null ? null : rules.categoryFor(kind, change.category)
  if (category === null) return refuse('category_unknown')
  return decideClassification(report, { kind, category }, by, rules.bodyPolicy)
}

import { type Actor, belongsTo } from '../people/actor.ts'
import type { AccountId, OfficeId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Decided } from './desk-changes.ts'
import { checkNote, type ForcedNoteRefusal, type NotedChange } from './forced-notes.ts'
import { responsibleOffice } from './inbox.ts'
import { type MayRefusal, may } from './may.ts'
import type { Report } from './report.ts'
import { isOpen } from './stage.ts'

/** A report that changed offices this often goes round in circles: whoever looks at it is warned. */
export const manyHandOvers = 3

/** Whose a report becomes; `insteadOf` is who was meant and is absent. */
export type Assignee = {
  readonly office: OfficeId | null
  readonly person: AccountId | null
  readonly insteadOf?: AccountId | undefined
  readonly note?: string | undefined
}

export type AssignmentRules = { readonly forcedNotes: readonly NotedChange[] }

export type AssignRefusal = MayRefusal | ForcedNoteRefusal | 'owner_missing' | 'nothing_changes'

/** Gives an open report to another office or person; one that nobody has taken in charge is taken in charge first. */
export function decideAssignment(
  report: Report,
  to: Assignee,
  by: Actor,
  rules: AssignmentRules,
): Result<Decided, AssignRefusal> {
  const allowed = may(by, 'assign', report)
  if (!allowed.ok) return allowed
  if (to.office === null) return refuse('owner_missing')
  if (to.office === report.ownerOffice && to.person === report.ownerPerson) return refuse('nothing_changes')
  const change = to.office === report.ownerOffice ? 'assign' : 'hand_over'
  const note = checkNote(to.note, change, rules.forcedNotes)
  return note.ok ? done(assigned(report, { ...to, office: to.office }, note.value)) : note
}

/** Whoever works in the office that has a report may take it for themselves while nobody there has it. */
export function decideTaking(report: Report, by: Actor): Result<Decided, MayRefusal | 'nothing_changes'> {
  const allowed = may(by, 'take', report)
  if (!allowed.ok) return allowed
  if (by.kind !== 'staff' || report.ownerOffice === null || !belongsTo(by, report.ownerOffice)) return refuse('not_yours')
  if (report.ownerPerson === by.account) return refuse('nothing_changes')
  if (report.ownerPerson !== null) return refuse('not_yours')
  return done(assigned(report, { office: report.ownerOffice, person: by.account }, null))
}

export type GiveBackRefusal = MayRefusal | ForcedNoteRefusal | 'nothing_changes'

/** Whether a report can be given back to the desk: by the office that it lies with, while there is something to do. */
export function mayGiveBack(report: Report, by: Actor, deskOffice: OfficeId): Result<null, MayRefusal | 'nothing_changes'> {
  const allowed = may(by, 'give_back', report)
  if (!allowed.ok) return allowed
  return responsibleOffice(report) === deskOffice ? refuse('nothing_changes') : done(null)
}

/** An office that a report does not concern gives it back to the desk, and says why. */
export function decideGivingBack(
  report: Report,
  note: string,
  by: Actor,
  deskOffice: OfficeId,
): Result<Decided, GiveBackRefusal> {
  const allowed = mayGiveBack(report, by, deskOffice)
  if (!allowed.ok) return allowed
  const checked = checkNote(note, null, [])
  if (!checked.ok) return checked
  if (checked.value === null) return refuse('note_missing')
  const passed = { ...report, routedOffice: deskOffice, ownerPerson: null, handOvers: report.handOvers + 1 }
  const detail = { office: deskOffice, previousOffice: responsibleOffice(report), previousPerson: report.ownerPerson }
  return done({
    // One that nobody owned is the desk's to classify; the office that it was routed to no longer sees it.
    report: report.ownerOffice === null ? passed : { ...passed, ownerOffice: deskOffice },
    event: { kind: 'given_back', detail },
    words: { kind: 'note', text: checked.value },
  })
}

/** Where what somebody had open goes when they are away or leave, or their office closes. */
export type Successor = { readonly office: OfficeId; readonly person: AccountId | null; readonly note: string | null }

/** What a person or an office had open goes over to others; who may ask for it is asked beforehand, and the rest stays as it is. */
export function decideSuccession(report: Report, to: Successor): Result<Decided, 'wrong_stage' | 'nothing_changes'> {
  if (!isOpen(report.stage)) return refuse('wrong_stage')
  if (report.ownerOffice !== null) {
    const same = report.ownerOffice === to.office && report.ownerPerson === to.person
    return same ? refuse('nothing_changes') : done(assigned(report, to, to.note))
  }
  if (report.routedOffice === to.office) return refuse('nothing_changes')
  return done({
    report: { ...report, routedOffice: to.office },
    event: { kind: 'assigned', detail: { office: to.office, previousOffice: report.routedOffice } },
    words: to.note === null ? null : { kind: 'note', text: to.note },
  })
}

type Owner = { readonly office: OfficeId; readonly person: AccountId | null; readonly insteadOf?: AccountId | undefined }

function assigned(report: Report, { office, person, insteadOf }: Owner, note: string | null): Decided {
  const previous = { previousOffice: report.ownerOffice, previousPerson: report.ownerPerson }
  const handOvers = report.handOvers + (report.ownerOffice !== null && report.ownerOffice !== office ? 1 : 0)
  return {
    report: { ...report, ownerOffice: office, ownerPerson: person, handOvers },
    event: { kind: 'assigned', detail: { office, person, ...previous, ...(insteadOf && { insteadOf }) } },
    words: note === null ? null : { kind: 'note', text: note },
  }
}

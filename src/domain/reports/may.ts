import { type Actor, belongsTo, holds, officesOf, type Staff, worksIn } from '../people/actor.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { responsibleOffice } from './inbox.ts'
import type { Report } from './report.ts'
import { isOpen, type Stage } from './stage.ts'
import { type Act, type Mover, type Transition, transitions } from './transitions.ts'

/** What may be done with a report besides moving it through its life; a reply asks for what the body decided, see `mayReply`. */
export const deeds = [
  'read',
  'read_contacts',
  'assign',
  'classify',
  'moderate',
  'note',
  'propose_reply',
  'write_message',
  'add_photo',
  'prioritise',
  'observe',
  'set_term',
  'move_place',
  'redact',
  'group',
  'split',
  'relate',
  'invite_supplier',
  'resend_mail',
  'take',
  'give_back',
  'correct_contacts',
  'rate',
] as const

export type Deed = (typeof deeds)[number]

/** Why a person may not: the wrong stage, somebody else's, too late, or the body does not allow it. */
export type MayRefusal = 'wrong_stage' | 'not_yours' | 'term_over' | 'body_forbids'

/** What the body decided that the rules of permission ask for; days are calendar days. */
export type MayRules = { readonly officesMayReply: boolean; readonly authorReopens: boolean; readonly reopenDays: number }

type Asked = { readonly actor: Actor; readonly report: Report; readonly rules: MayRules; readonly now: Date }

const day = 86_400_000

const movers: Readonly<Record<Mover, (asked: Asked) => boolean>> = {
  desk: ({ actor }) => holds(actor, 'desk'),
  owner: ({ actor, report }) => worksIn(actor, report.ownerOffice),
  routed_office: ({ actor, report }) => worksIn(actor, report.routedOffice),
  replying_owner: ({ actor, report, rules }) => rules.officesMayReply && worksIn(actor, report.ownerOffice),
  author: ({ actor, report }) => actor.kind === 'author' && actor.report === report.id,
  author_within_term: (asked) =>
    movers.author(asked) && asked.rules.authorReopens && withinTerm(asked.report, asked.rules.reopenDays, asked.now),
  system: ({ actor }) => actor.kind === 'system',
}

/** Answers whether the actor may make this move now (product design §3); the same answer disables a button and words an error. */
export function mayMove(actor: Actor, act: Act, report: Report, rules: MayRules, now: Date): Result<null, MayRefusal> {
  const transition: Transition = transitions[act]
  const asked = { actor, report, rules, now }
  if (!transition.by.some((mover) => movers[mover](asked))) return refuse(whyNot(transition, asked))
  return transition.from.includes(report.stage) ? done(null) : refuse('wrong_stage')
}

function whyNot({ by, from }: Transition, asked: Asked): MayRefusal {
  if (!by.includes('author_within_term') || !movers.author(asked)) return 'not_yours'
  if (!from.includes(asked.report.stage)) return 'wrong_stage'
  return asked.rules.authorReopens ? 'term_over' : 'body_forbids'
}

/** In which stages staff may do what they may not do in all. */
const stagesOf: Readonly<Partial<Record<Deed, (stage: Stage) => boolean>>> = {
  assign: (stage) => isOpen(stage) && stage !== 'submitted',
  classify: isOpen,
  propose_reply: isOpen,
  moderate: (stage) => stage !== 'withdrawn',
  prioritise: isOpen,
  set_term: isOpen,
  move_place: isOpen,
  split: isOpen,
  invite_supplier: isOpen,
  take: (stage) => isOpen(stage) && stage !== 'submitted',
  give_back: (stage) => isOpen(stage) && stage !== 'worked',
}

/**
 * Answers whether the actor may do this with the report (product design §4): the desk everything; an office what it owns or is
 * routed to it; observers, and whoever is named in a note, read and note; the author reads, writes and adds photos while it is open and rates once it was answered; an administrator or analyst reads none.
 */
export function may(actor: Actor, deed: Deed, report: Report): Result<null, MayRefusal> {
  if (actor.kind === 'system') return deed === 'read' ? done(null) : refuse('not_yours')
  if (actor.kind === 'machine' || actor.kind === 'supplier') return refuse('not_yours')
  if (actor.kind === 'author') return authorMay(actor.report === report.id, deed, report)
  const allowed = staffMay(actor, deed, report)
  if (!allowed.ok) return allowed
  return (stagesOf[deed]?.(report.stage) ?? true) ? allowed : refuse('wrong_stage')
}

/** What whoever works on a report may do with it besides its moves; the manager of the office that has it may more. */
const officesDeeds: readonly Deed[] = ['read', 'read_contacts', 'note', 'propose_reply', 'relate', 'invite_supplier']
const managersDeeds: readonly Deed[] = ['assign', 'prioritise', 'observe']
const observersDeeds: readonly Deed[] = ['read', 'note', 'propose_reply']

/** Answers whether the actor may reply to the author and leave the report open: the desk, and its owner where the category lets offices answer. */
export function mayReply(
  actor: Actor,
  report: Report,
  { officesMayReply }: Pick<MayRules, 'officesMayReply'>,
): Result<null, MayRefusal> {
  const replies = holds(actor, 'desk') || (officesMayReply && worksIn(actor, report.ownerOffice))
  if (!replies) return refuse('not_yours')
  return isOpen(report.stage) ? done(null) : refuse('wrong_stage')
}

function staffMay(actor: Staff, deed: Deed, report: Report): Result<null, MayRefusal> {
  if (holds(actor, 'desk')) return deed === 'rate' ? refuse('not_yours') : done(null)
  if (worksOn(actor, report)) return officeMay(actor, deed, report)
  if (observes(actor, report) || report.mentioned.includes(actor.account))
    return observersDeeds.includes(deed) ? done(null) : refuse('not_yours')
  return refuse('not_yours')
}

function authorMay(own: boolean, deed: Deed, report: Report): Result<null, MayRefusal> {
  if (!own) return refuse('not_yours')
  if (deed === 'read') return done(null)
  if (deed === 'rate') return report.stage === 'resolved' || report.stage === 'declined' ? done(null) : refuse('wrong_stage')
  if (deed !== 'write_message' && deed !== 'add_photo') return refuse('not_yours')
  return isOpen(report.stage) ? done(null) : refuse('wrong_stage')
}

function officeMay(actor: Staff, deed: Deed, report: Report): Result<null, MayRefusal> {
  if (officesDeeds.includes(deed)) return done(null)
  // Whoever takes it has it, and only those who work in the office itself have something of it.
  if (deed === 'take') return belongsTo(actor, responsibleOffice(report)) ? done(null) : refuse('not_yours')
  if (deed === 'give_back') return worksIn(actor, responsibleOffice(report)) ? done(null) : refuse('not_yours')
  if (!managersDeeds.includes(deed)) return refuse('not_yours')
  const manages = actor.memberships.some(({ role, office }) => role === 'office_manager' && office === responsibleOffice(report))
  return manages ? done(null) : refuse('not_yours')
}

function worksOn(actor: Actor, report: Report): boolean {
  return worksIn(actor, report.ownerOffice) || worksIn(actor, report.routedOffice)
}

function observes(actor: Actor, report: Report): boolean {
  if (holds(actor, 'observer')) return true
  return officesOf(actor).some((office) => report.observers.includes(office))
}

function withinTerm(report: Report, days: number, now: Date): boolean {
  return report.closedAt !== null && now.getTime() - report.closedAt.getTime() <= days * day
}

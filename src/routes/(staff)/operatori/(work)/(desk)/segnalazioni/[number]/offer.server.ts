import { type Staff, worksIn } from '#domain/people/actor.ts'
import { decideTaking, mayGiveBack } from '#domain/reports/assignment.ts'
import { decideModeration, type ModerateRefusal } from '#domain/reports/desk-changes.ts'
import { responsibleOffice } from '#domain/reports/inbox.ts'
import { type Deed, may, mayMove, mayReply } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { type Act, acts, transitions } from '#domain/reports/transitions.ts'
import type { Moderation } from '#domain/reports/visibility.ts'
import type { Result } from '#domain/shared/result.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import { moveRules } from '#server/storage/move-rules.ts'

type Locals = App.Locals

/** The moves that are nobody's but the author's are not offered to staff. */
const staffActs = acts.filter((act) => transitions[act].by.some((mover) => mover !== 'author' && mover !== 'system'))

/** What a form does that moves no report through its life. */
export type OfferedDeed = 'take' | 'assign' | 'give_back' | 'classify' | 'moderate' | 'reply' | 'propose' | 'note'

/** What there is to do, and where it cannot be done now, why. */
type Offered<What> = { readonly what: What; readonly label: string; readonly refusal: string | null }

/** Every move of the life of a report: those allowed now, and why the others are not. */
export function offerMoves(report: Report, staff: Staff, { directory, words, installation }: Locals): readonly Offered<Act>[] {
  const now = installation.world.now()
  const rules = moveRules(directory, report, now)
  return staffActs.map((act) => {
    const allowed = mayMove(staff, act, report, rules, now)
    return { what: act, label: words.desk.actions.act[act], refusal: allowed.ok ? null : words.desk.refusal[allowed.refusal] }
  })
}

/** What else there is to do: each is allowed or not by the rule that would refuse it. */
export function offerDeeds(
  report: Report,
  staff: Staff,
  { directory, words, installation }: Locals,
): readonly Offered<OfferedDeed>[] {
  const { actions, refusal } = words.desk
  const offer = (what: OfferedDeed, label: string, allowed: Result<unknown, ModerateRefusal>): Offered<OfferedDeed> => ({
    what,
    label,
    refusal: allowed.ok ? null : refusal[allowed.refusal],
  })
  const ask = (deed: Deed) => may(staff, deed, report)
  const rules = moveRules(directory, report, installation.world.now())
  const reply = mayReply(staff, report, rules)
  const to = oppositeOf(report)
  const { assignment } = words.people
  // What is nobody's but the office's own is not offered to others, not even as forbidden.
  const own = [
    offer('take', assignment.take, decideTaking(report, staff)),
    ...(worksIn(staff, responsibleOffice(report))
      ? [offer('give_back', assignment.giveBack, mayGiveBack(report, staff, deskOfficeOf(directory)))]
      : []),
  ].filter((one) => one.refusal !== refusal.not_yours && one.refusal !== refusal.nothing_changes)
  return [
    ...own,
    offer('assign', actions.assign, ask('assign')),
    offer('classify', actions.classify, ask('classify')),
    offer('moderate', to === 'approved' ? actions.publish : actions.hide, decideModeration(report, to, staff, rules.publication)),
    offer('reply', actions.reply, reply),
    // Whoever may reply proposes nothing.
    ...(reply.ok || !ask('propose_reply').ok ? [] : [offer('propose', actions.propose, ask('propose_reply'))]),
    offer('note', actions.note, ask('note')),
  ]
}

/** What the desk would decide next of a report that is shown, or is not. */
export function oppositeOf({ visible }: Pick<Report, 'visible'>): Moderation {
  return visible ? 'rejected' : 'approved'
}

import { categoriesFor } from '#domain/categories/category.ts'
import type { Staff } from '#domain/people/actor.ts'
import { may, mayMove } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { declineReasons } from '#domain/reports/stage.ts'
import { type Act, acts, transitions } from '#domain/reports/transitions.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Worker } from '#server/storage/accounts.ts'
import { moveRules } from '#server/storage/move-rules.ts'

type Locals = App.Locals

/** The moves that are nobody's but the author's are not offered to staff. */
const staffActs = acts.filter((act) => transitions[act].by.some((mover) => mover !== 'author' && mover !== 'system'))

export type OfferedMove = { readonly act: Act; readonly label: string; readonly refusal: string | null }

/** Every move of the life of a report: those allowed now, and why the others are not. */
export function offerMoves(report: Report, staff: Staff, { directory, words, installation }: Locals): readonly OfferedMove[] {
  const now = installation.world.now()
  const rules = moveRules(directory, report, now)
  return staffActs.map((act) => {
    const allowed = mayMove(staff, act, report, rules, now)
    return { act, label: words.desk.actions.act[act], refusal: allowed.ok ? null : words.desk.refusal[allowed.refusal] }
  })
}

/** What else may be done: each is there or not by the same rule that refuses it. */
export function offerDeeds(report: Report, staff: Staff) {
  const allowed = (deed: Parameters<typeof may>[1]) => may(staff, deed, report).ok
  return {
    assign: allowed('assign') && report.stage !== 'submitted' && report.closedAt === null,
    classify: allowed('classify') && report.closedAt === null,
    moderate: allowed('moderate'),
    reply: allowed('reply') && report.closedAt === null,
    note: allowed('note'),
    contacts: allowed('read_contacts'),
  }
}

/** Who may own a report: each office as a whole, and each person in it. */
export function ownerChoices(
  workers: ReadonlyMap<OfficeId, readonly Worker[]>,
  { directory, words, locale }: Locals,
): readonly OptionGroup[] {
  return [...directory.offices.values()]
    .filter(({ active }) => active)
    .map((office) => {
      const name = inLocale(office.name, locale)
      const whole = { value: office.id, label: fill(words.desk.actions.officeOnly, { office: name }) }
      const people = (workers.get(office.id) ?? []).map((person) => ({
        value: `${office.id}:${person.id}`,
        label: `${person.name} · ${name}`,
      }))
      return { label: name, options: [whole, ...people] }
    })
}

/** The choices of the classification and decline forms. */
export function otherChoices(report: Report, { directory, words, locale }: Locals) {
  const groups = [...directory.categories.values()].filter(({ parent }) => parent === null)
  const leaves = categoriesFor([...directory.categories.values()], report.kind)
  return {
    kinds: directory.tenant.settings.kinds.map((kind) => ({ value: kind, label: words.reports.kind[kind] })),
    categories: groups.map(
      (group): OptionGroup => ({
        label: inLocale(group.name, locale),
        options: leaves
          .filter(({ parent }) => parent === group.id)
          .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
      }),
    ),
    reasons: declineReasons.map((reason) => ({ value: reason, label: words.reports.declineReason[reason] })),
  }
}

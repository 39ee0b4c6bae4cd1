import type { Membership } from '#domain/people/actor.ts'
import { bodyRoles, officeRoles } from '#domain/people/staffing.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { StaffMember } from '#server/queries/people/list-staff.ts'

type Locals = App.Locals

/** A role as it is called, with its office. */
export function roleInWords({ role, office }: Membership, { directory, words, locale }: Locals): string {
  const found = office ? directory.offices.get(office) : undefined
  return found
    ? fill(words.people.roleIn, { role: words.people.role[role], office: inLocale(found.name, locale) })
    : words.people.role[role]
}

/** Whether a person came, is away, or is simply there. */
export function stateInWords({ invited, absentUntil }: StaffMember, { directory, words, locale }: Locals): string {
  const { list } = words.people
  const { zone } = directory.tenant.settings.calendar
  if (invited) return fill(list.invited[invited.mail], { date: writeDate(invited.at, locale, zone) })
  return absentUntil ? fill(list.absent, { date: writeCivilDate(absentUntil, locale) }) : ''
}

/** The choices of the form of roles; an office that is closed stays where somebody has it. */
export function roleChoices(memberships: readonly Membership[], { directory, words, locale }: Locals) {
  const held = memberships.map(({ office }) => office)
  const offices = [...directory.offices.values()].filter(({ id, active }) => active || held.includes(id))
  const { role, roleHelp } = words.people
  return {
    body: bodyRoles.map((one) => ({ value: one, label: role[one], help: roleHelp[one] })),
    office: officeRoles.map((one) => ({ value: one, label: role[one] })),
    offices: offices
      .map(({ id, name }) => ({ value: id as string, label: inLocale(name, locale) }))
      .toSorted((one, other) => one.label.localeCompare(other.label)),
  }
}

/** The roles of a person as the form takes them. */
export function heldRoles(memberships: readonly Membership[]) {
  return {
    body: memberships.filter(({ office }) => office === null).map(({ role }) => role as string),
    offices: memberships.flatMap(({ role, office }) =>
      office === null ? [] : [{ office: office as string, role: role as string }],
    ),
  }
}

/** The roles that the form asks for: those for the whole body, and line by line those in offices; a line without a role is none. */
export function readRoles(form: FormData): readonly Membership[] {
  const whole = bodyRoles.filter((role) => form.getAll('role').includes(role))
  const lines = form.getAll('officeRole').map((role, at) => ({ role, office: String(form.getAll('office')[at] ?? '') }))
  const inOffices = lines.flatMap(({ role, office }): readonly Membership[] => {
    const known = officeRoles.find((one) => one === role)
    return known ? [{ role: known, office: office === '' ? null : (office as OfficeId) }] : []
  })
  return [...whole.map((role) => ({ role, office: null })), ...inOffices]
}

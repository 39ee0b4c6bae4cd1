import type { AccountId, OfficeId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { type Actor, holds, type Membership, type Role } from './actor.ts'

/** The roles that are held for one office each. */
export const officeRoles = ['office_manager', 'office_operator'] as const satisfies readonly Role[]

/** The roles that are held for the whole body. */
export const bodyRoles = ['administrator', 'desk', 'observer', 'analyst'] as const satisfies readonly Role[]

/** What a body keeps of a person; what they are in other bodies is not its business. */
export type Staffing = { readonly memberships: readonly Membership[] }

export type RolesRefusal = 'role_missing' | 'office_missing' | 'office_unknown'

/** Checks the roles that a person is to hold: one at least, an office role for an office that works; each once, in a fixed order. */
export function checkRoles(
  wanted: readonly Membership[],
  works: (office: OfficeId) => boolean,
): Result<readonly Membership[], RolesRefusal> {
  if (wanted.length === 0) return refuse('role_missing')
  if (wanted.some(({ role, office }) => isOfficeRole(role) && office === null)) return refuse('office_missing')
  const roles = wanted.map(({ role, office }) => ({ role, office: isOfficeRole(role) ? office : null }))
  if (roles.some(({ office }) => office !== null && !works(office))) return refuse('office_unknown')
  const once = new Map(roles.map((one) => [keyOf(one), one]))
  return done([...once.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)))
}

export type LeavingRefusal = 'last_administrator' | 'yourself'

/** A body always has an administrator, and nobody takes that role, or all of theirs, from themselves by mistake. */
export function checkLeaving(
  person: AccountId,
  after: readonly Membership[],
  of: { readonly by: Actor; readonly administrators: readonly AccountId[] },
): Result<null, LeavingRefusal> {
  const administers = after.some(({ role }) => role === 'administrator')
  if (administers) return done(null)
  const did = of.administrators.includes(person)
  if (did && of.administrators.every((one) => one === person)) return refuse('last_administrator')
  const self = of.by.kind === 'staff' && of.by.account === person
  return self && (did || after.length === 0) ? refuse('yourself') : done(null)
}

/** The offices in which roles let somebody work. */
export function officesOfMemberships(memberships: readonly Membership[]): readonly OfficeId[] {
  return [...new Set(memberships.flatMap(({ role, office }) => (isOfficeRole(role) && office !== null ? [office] : [])))]
}

/** What somebody may act by: whoever holds the desk's role works in the desk's office too, as an operator there unless more is said. */
export function withDeskOffice(held: readonly Membership[], deskOffice: OfficeId): readonly Membership[] {
  if (!held.some(({ role }) => role === 'desk') || officesOfMemberships(held).includes(deskOffice)) return held
  return [...held, { role: 'office_operator', office: deskOffice }]
}

/** The offices in which somebody works before and no longer after: what they have open there goes over to others. */
export function officesLeft(before: readonly Membership[], after: readonly Membership[]): readonly OfficeId[] {
  const stays = officesOfMemberships(after)
  return officesOfMemberships(before).filter((office) => !stays.includes(office))
}

/** Who may say when a person is absent, and hand over what they have open: the person, who manages an office of theirs, an administrator. */
export function mayStandFor(by: Actor, person: AccountId, memberships: readonly Membership[]): boolean {
  if (by.kind === 'system' || holds(by, 'administrator')) return true
  if (by.kind !== 'staff') return false
  if (by.account === person) return memberships.length > 0
  return by.memberships.some(
    ({ role, office }) => role === 'office_manager' && memberships.some((one) => isOfficeRole(one.role) && one.office === office),
  )
}

function isOfficeRole(role: Role): boolean {
  return officeRoles.some((one) => one === role)
}

function keyOf({ role, office }: Membership): string {
  return `${office ?? ''} ${role}`
}

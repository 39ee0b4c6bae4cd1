import type { AccountId, ApiKeyId, Id, OfficeId, ReportId } from '../shared/id.ts'

/** What a person may hold in a body; office roles are held for one office each. */
export const roles = ['administrator', 'desk', 'office_manager', 'office_operator', 'observer', 'analyst'] as const

export type Role = (typeof roles)[number]

export type Membership = { readonly role: Role; readonly office: OfficeId | null }

/** A signed-in person of the body, with every role held there. */
export type Staff = { readonly kind: 'staff'; readonly account: AccountId; readonly memberships: readonly Membership[] }

/** Whoever holds the private link of a report. */
export type Author = { readonly kind: 'author'; readonly report: ReportId }

/** A program with a key of the body. */
export type Machine = { readonly kind: 'machine'; readonly key: ApiKeyId; readonly scopes: readonly string[] }

/** Whoever holds the link by which somebody outside is asked to do the work of one report. */
export type Supplier = { readonly kind: 'supplier'; readonly link: Id<'supplier-link'> }

/** The platform itself: terms that run out, rules that apply. */
type System = { readonly kind: 'system' }

export type Actor = Staff | Author | Machine | Supplier | System

/** Tells whether the actor holds the role in the body, whichever the office. */
export function holds(actor: Actor, role: Role): boolean {
  return actor.kind === 'staff' && actor.memberships.some((membership) => membership.role === role)
}

/** Tells whether the actor works in the office, as manager or operator. */
export function worksIn(actor: Actor, office: OfficeId | null): boolean {
  if (actor.kind !== 'staff' || office === null) return false
  return actor.memberships.some(
    ({ role, office: own }) => own === office && (role === 'office_manager' || role === 'office_operator'),
  )
}

/** The offices in which the actor works, as manager or operator. */
export function officesOf(actor: Actor): readonly OfficeId[] {
  if (actor.kind !== 'staff') return []
  return actor.memberships.flatMap(({ role, office }) =>
    office !== null && (role === 'office_manager' || role === 'office_operator') ? [office] : [],
  )
}

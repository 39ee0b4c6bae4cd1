import type { AccountId, ApiKeyId, Id, OfficeId, ReportId } from '../shared/id.ts'
import { withDescendants } from '../shared/tree.ts'

/** What a person may hold in a body; office roles are held for one office each. */
export const roles = ['administrator', 'desk', 'office_manager', 'office_operator', 'observer', 'analyst'] as const

export type Role = (typeof roles)[number]

export type Membership = {
  readonly role: Role
  readonly office: OfficeId | null
  /** Not held there: the person manages an office above. */
  readonly fromAbove?: true
}

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
  return actor.memberships.some((one) => isOfWorker(one) && one.office === office)
}

/** Tells whether the actor is one of those who work in the office itself, and does not only manage it from above. */
export function belongsTo(actor: Actor, office: OfficeId): boolean {
  return actor.kind === 'staff' && actor.memberships.some((one) => isOfWorker(one) && one.office === office && !one.fromAbove)
}

/** With which roles a person acts: whoever manages an office manages what stands below it too. */
export function actingRoles(memberships: readonly Membership[], offices: Offices): readonly Membership[] {
  const managed = memberships.filter(({ role }) => role === 'office_manager').flatMap(({ office }) => office ?? [])
  const below = new Set(managed.flatMap((office) => withDescendants(offices, office)))
  const more = [...below].filter((office) => !managed.includes(office))
  return [...memberships, ...more.map((office) => ({ role: 'office_manager', office, fromAbove: true }) as const)]
}

type Offices = ReadonlyMap<OfficeId, { readonly id: OfficeId; readonly parent: OfficeId | null }>

/** The offices in which the actor works, as manager or operator. */
export function officesOf(actor: Actor): readonly OfficeId[] {
  if (actor.kind !== 'staff') return []
  return actor.memberships.flatMap((one) => (isOfWorker(one) && one.office !== null ? [one.office] : []))
}

function isOfWorker({ role }: Membership): boolean {
  return role === 'office_manager' || role === 'office_operator'
}

import { type Actor, holds, type Staff, worksIn } from '../people/actor.ts'
import type { AccountId, Id, OfficeId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { ListLook } from './list-look.ts'
import type { ReportFilter } from './report-filter.ts'

/** For whom a view is: its maker alone, everyone in an office, or everyone who works in the body. */
export type Audience =
  | { readonly kind: 'own' }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'office'; readonly office: OfficeId }

/** A list that somebody wants to find again: what is in it, and how it is shown. */
export type SavedView = {
  readonly id: Id<'view'>
  readonly by: AccountId
  readonly name: string
  readonly audience: Audience
  readonly filter: ReportFilter
  readonly look: ListLook
  readonly version: number
}

export type ViewRefusal = 'name_missing' | 'name_too_long' | 'name_taken' | 'too_many_views' | 'not_yours_to_share'

const longestName = 60
const mostViews = 50

/** A view is found by its maker and by those it is shared with. */
export function maySeeView(actor: Staff, { by, audience }: Pick<SavedView, 'by' | 'audience'>): boolean {
  if (by === actor.account || audience.kind === 'everyone') return true
  return audience.kind === 'office' && worksIn(actor, audience.office)
}

/** One's own view is changed by oneself; what is shared also by who may share with those people. */
export function mayChangeView(actor: Staff, { by, audience }: Pick<SavedView, 'by' | 'audience'>): boolean {
  return by === actor.account || (audience.kind !== 'own' && mayShareWith(actor, audience))
}

/** An office's manager shares with the office, the desk with everyone. */
export function mayShareWith(actor: Actor, audience: Audience): boolean {
  if (audience.kind === 'own' || holds(actor, 'desk')) return true
  if (audience.kind === 'everyone' || actor.kind !== 'staff') return false
  return actor.memberships.some(({ role, office }) => role === 'office_manager' && office === audience.office)
}

/** Checks what a view is to be called and for whom, against the other views of its maker. */
export function checkView(
  actor: Staff,
  asked: Pick<SavedView, 'name' | 'audience'>,
  others: readonly Pick<SavedView, 'name'>[],
): Result<Pick<SavedView, 'name' | 'audience'>, ViewRefusal> {
  const name = asked.name.trim().replace(/\s+/g, ' ')
  if (name === '') return refuse('name_missing')
  if (name.length > longestName) return refuse('name_too_long')
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return refuse('name_taken')
  if (others.length >= mostViews) return refuse('too_many_views')
  return mayShareWith(actor, asked.audience) ? done({ name, audience: asked.audience }) : refuse('not_yours_to_share')
}

import type { Actor } from '../people/actor.ts'
import { mayDo } from '../people/capability.ts'
import type { OfficeId } from '../shared/id.ts'

/** The offices whose ratings an actor sees: managers see their offices and what is below; null is everything of the body. */
export function officesRated(actor: Actor): readonly OfficeId[] | null {
  if (mayDo(actor, 'take_data')) return null
  if (actor.kind !== 'staff') return []
  return actor.memberships.flatMap(({ role, office }) => (role === 'office_manager' && office !== null ? [office] : []))
}

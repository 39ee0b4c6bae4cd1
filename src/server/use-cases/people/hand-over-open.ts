import { type Actor, holds } from '#domain/people/actor.ts'
import { mayStandFor, officesOfMemberships } from '#domain/people/staffing.ts'
import { checkNote, type ForcedNoteRefusal } from '#domain/reports/forced-notes.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listMemberships } from '#server/storage/accounts.ts'
import { countOpenOf } from '#server/storage/open-of.ts'
import type { World } from '#server/world.ts'

export type HandOverOpen = {
  readonly by: Actor
  readonly person: AccountId
  readonly to: AccountId | 'office' | null
  readonly note: string
}

export type HandOverOpenRefusal = ForcedNoteRefusal | 'not_yours' | 'no_such_person' | 'successor_unknown' | 'nothing_open'

/** Hands over everything that a person has open, in the background, to a colleague where they work together, else to the office; how many. */
export async function handOverOpen(
  world: World,
  tenant: TenantId,
  { by, person, to, note: given }: HandOverOpen,
): Promise<Result<number, HandOverOpenRefusal>> {
  const { forcedNotes } = (await world.directories.of(tenant)).tenant.settings
  return world.transaction(tenant, async (tx): Promise<Result<number, HandOverOpenRefusal>> => {
    const memberships = await listMemberships(tx, person)
    if (!holds(by, 'desk') && !mayStandFor(by, person, memberships)) return refuse('not_yours')
    if (memberships.length === 0) return refuse('no_such_person')
    const offices = officesOfMemberships(memberships)
    const successor = to === 'office' ? null : to
    const shares = successor === null ? [] : officesOfMemberships(await listMemberships(tx, successor))
    if (to === null || to === person) return refuse('successor_unknown')
    if (successor !== null && !shares.some((office) => offices.includes(office))) return refuse('successor_unknown')
    const note = checkNote(given, 'assign', forcedNotes)
    if (!note.ok) return note
    const open = await countOpenOf(tx, person, offices)
    if (open === 0) return refuse('nothing_open')
    const account = by.kind === 'staff' ? by.account : null
    await tx.later('people.hand-over', { tenant, person, offices, to: successor, note: note.value, by: account, since: null })
    return done(open)
  })
}

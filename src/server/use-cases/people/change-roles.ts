import { type Actor, holds, type Membership } from '#domain/people/actor.ts'
import {
  checkLeaving,
  checkRoles,
  type LeavingRefusal,
  officesLeft,
  type RolesRefusal,
  withDeskOffice,
} from '#domain/people/staffing.ts'
import { checkNote, type ForcedNoteRefusal } from '#domain/reports/forced-notes.ts'
import type { AccountId, OfficeId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { listAdministrators, listHeldRoles, withdrawPasswordTokens } from '#server/storage/accounts.ts'
import type { Tx } from '#server/storage/database.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import { countOpenOf } from '#server/storage/open-of.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

/** To whom goes what a person has open: a colleague in each office where the colleague works, the office in the others. */
export type HandOver = { readonly to: AccountId | 'office'; readonly note: string }

export type ChangeRoles = {
  readonly by: Actor
  readonly person: AccountId
  /** Every role from now on; none, and the person leaves the body. */
  readonly memberships: readonly Membership[]
  readonly handOver: HandOver | null
  readonly seen: number | null
}

export type ChangeRolesRefusal =
  | RolesRefusal
  | LeavingRefusal
  | ForcedNoteRefusal
  | ChangeSettingRefusal
  | 'no_such_person'
  | 'hand_over_missing'
  | 'successor_unknown'

/**
 * Changes what a person may do in the body, or ends it. What they have open in an office that they leave goes over to others: in the
 * background, report by report. The last administrator stays, and nobody shuts themselves out by mistake.
 */
export async function changeRoles(world: World, tenant: TenantId, ask: ChangeRoles): Promise<Result<null, ChangeRolesRefusal>> {
  if (!holds(ask.by, 'administrator') && ask.by.kind !== 'system') return refuse('not_yours')
  const directory = await world.directories.of(tenant)
  const { offices, tenant: body } = directory
  const atWork = (held: readonly Membership[]) => withDeskOffice(held, deskOfficeOf(directory))
  const { person, memberships, by, seen } = ask
  return world.transaction(tenant, async (tx): Promise<Result<null, ChangeRolesRefusal>> => {
    const before = await listHeldRoles(tx, person)
    if (before.length === 0) return refuse('no_such_person')
    const leaves = memberships.length === 0
    const kept = (office: OfficeId) => before.some((one) => one.office === office)
    const roles = leaves ? done([]) : checkRoles(memberships, (office) => offices.get(office)?.active === true || kept(office))
    if (!roles.ok) return roles
    const stays = checkLeaving(person, roles.value, { by, administrators: await listAdministrators(tx) })
    if (!stays.ok) return stays
    const left = officesLeft(atWork(before), atWork(roles.value))
    const handed = await handOver(tx, ask, left, body.settings.forcedNotes.includes('assign'))
    if (!handed.ok) return handed
    const value = leaves ? null : { memberships: roles.value }
    const changed = await changeSetting(world, tx, { subject: 'person', id: person, by, value, seen })
    if (!changed.ok) return changed
    if (leaves) await withdrawPasswordTokens(tx, person)
    return done(null)
  })
}

async function handOver(
  tx: Tx,
  { person, by, handOver: asked }: ChangeRoles,
  left: readonly OfficeId[],
  noted: boolean,
): Promise<Result<null, ForcedNoteRefusal | 'hand_over_missing' | 'successor_unknown'>> {
  if (left.length === 0 || (await countOpenOf(tx, person, left)) === 0) return done(null)
  if (asked === null) return refuse('hand_over_missing')
  const note = checkNote(asked.note, 'assign', noted ? ['assign'] : [])
  if (!note.ok) return note
  const to = asked.to === 'office' ? null : asked.to
  if (to === person || (to !== null && (await listHeldRoles(tx, to)).length === 0)) return refuse('successor_unknown')
  const account = by.kind === 'staff' ? by.account : null
  await tx.later('people.hand-over', { tenant: tx.tenant, person, offices: left, to, note: note.value, by: account, since: null })
  return done(null)
}

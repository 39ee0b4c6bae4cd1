import { type AbsenceRefusal, checkAbsence } from '#domain/people/absence.ts'
import type { Actor, Membership } from '#domain/people/actor.ts'
import { mayStandFor, officesOfMemberships } from '#domain/people/staffing.ts'
import { checkNote, type ForcedNoteRefusal } from '#domain/reports/forced-notes.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { startOfDay } from '#domain/shared/day-span.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { readAbsences } from '#server/storage/absences.ts'
import { listMemberships } from '#server/storage/accounts.ts'
import type { Tx } from '#server/storage/database.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { listColleagues } from '#server/storage/workers.ts'
import type { World } from '#server/world.ts'

export type ArrangeAbsence = {
  readonly by: Actor
  readonly person: AccountId
  readonly from: string
  readonly to: string
  /** Nobody, and the office does. */
  readonly substitute: AccountId | null
  /** Whether what the person has open goes over on the first day; null leaves it where it is. */
  readonly handOver: { readonly note: string } | null
}

export type ArrangeAbsenceRefusal = AbsenceRefusal | ForcedNoteRefusal | ChangeSettingRefusal | 'no_such_person'

/** Says when a person is absent and who stands in: what is meant for them goes there meanwhile and, if wanted, what they have open. */
export async function arrangeAbsence(
  world: World,
  tenant: TenantId,
  ask: ArrangeAbsence,
): Promise<Result<null, ArrangeAbsenceRefusal>> {
  const { calendar, forcedNotes } = (await world.directories.of(tenant)).tenant.settings
  const today = civilDate(world.now(), calendar.zone)
  const { by, person, from, to, substitute } = ask
  return world.transaction(tenant, async (tx): Promise<Result<null, ArrangeAbsenceRefusal>> => {
    await lockBody(tx)
    const memberships = await listMemberships(tx, person)
    if (!mayStandFor(by, person, memberships)) return refuse('not_yours')
    if (memberships.length === 0) return refuse('no_such_person')
    const others = await readAbsences(tx, person)
    const colleagues = await colleaguesOf(tx, memberships)
    const checked = checkAbsence({ from, to, substitute }, { person, others, colleagues }, today)
    if (!checked.ok) return checked
    const note = checkNote(ask.handOver?.note, ask.handOver === null ? null : 'assign', forcedNotes)
    if (!note.ok) return note
    const value = [...others, checked.value].toSorted((one, other) => (one.from < other.from ? -1 : 1))
    const changed = await changeSetting(world, tx, { subject: 'absence', id: person, by, value, seen: null })
    if (!changed.ok) return changed
    if (ask.handOver === null) return { ok: true, value: null }
    const account = by.kind === 'staff' ? by.account : null
    const job = { tenant, person, offices: officesOfMemberships(memberships), to: substitute, note: note.value, by: account }
    const begins = from > today ? { after: startOfDay(from, calendar.zone) } : undefined
    await tx.later('people.hand-over', { ...job, since: from }, begins)
    return { ok: true, value: null }
  })
}

async function colleaguesOf(tx: Tx, memberships: readonly Membership[]): Promise<readonly AccountId[]> {
  const found = new Set<AccountId>()
  for (const office of officesOfMemberships(memberships)) for (const one of await listColleagues(tx, office)) found.add(one)
  return [...found]
}

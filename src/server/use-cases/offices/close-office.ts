import { type ClosingRefusal, checkClosing } from '#domain/offices/check-office.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import { checkNote, type ForcedNoteRefusal } from '#domain/reports/forced-notes.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Tx } from '#server/storage/database.ts'
import { countUses, readOfficeUses } from '#server/storage/office-uses.ts'
import { readOffices } from '#server/storage/offices.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { type Handed, handDraftsOver, handedOver, leftBehind } from '#server/storage/settings/hand-over.ts'
import type { World } from '#server/world.ts'

export type CloseOffice = {
  readonly by: Actor
  readonly office: OfficeId
  /** Who takes over what refers to it. */
  readonly successor: OfficeId | null
  readonly note: string
  readonly seen: number | null
}

export type CloseOfficeRefusal = ClosingRefusal | ForcedNoteRefusal | ChangeSettingRefusal | 'no_such_office'

/** Whoever still saw the office working may send it a report: these are looked for once more. */
const straggling = 60_000

/**
 * Closes an office. What names it names its successor at once, calendars with their appointments too, and whoever is booked is told where
 * that is elsewhere; its open reports follow in the background, one by one. Roles and what is over stay: they are its history.
 */
export async function closeOffice(world: World, tenant: TenantId, ask: CloseOffice): Promise<Result<null, CloseOfficeRefusal>> {
  const { by, office: id, successor, seen } = ask
  if (!holds(by, 'administrator')) return refuse('not_yours')
  const { forcedNotes } = (await world.directories.of(tenant)).tenant.settings
  return world.transaction(tenant, async (tx): Promise<Result<null, CloseOfficeRefusal>> => {
    await lockBody(tx)
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const office = offices.get(id)
    if (!office) return refuse('no_such_office')
    const uses = await readOfficeUses(tx, id)
    const closes = checkClosing(office, offices, countUses(uses), successor)
    if (!closes.ok) return closes
    const note = checkNote(ask.note, uses.reports > 0 ? 'hand_over' : null, forcedNotes)
    if (!note.ok) return note
    const { id: _, ...setting } = office
    const value = { ...setting, active: false }
    const changed = await changeSetting(world, tx, { subject: 'office', id, by, value, seen })
    if (!changed.ok) return changed
    const left = await changeAll(world, tx, leftBehind(uses, id), by)
    if (!left.ok || successor === null) return left
    const to = { from: id, to: successor }
    const moved = await changeAll(world, tx, await handedOver(tx, uses, to), by)
    if (!moved.ok) return moved
    await handDraftsOver(tx, uses, to)
    const account = by.kind === 'staff' ? by.account : null
    const job = { tenant, office: id, to: successor, note: note.value, by: account }
    await tx.later('offices.hand-over', job)
    await tx.later('offices.hand-over', job, { after: new Date(world.now().getTime() + straggling) })
    return done(null)
  })
}

/** Each is a change of a setting like any other. */
async function changeAll(
  world: World,
  tx: Tx,
  handed: readonly Handed[],
  by: Actor,
): Promise<Result<null, ChangeSettingRefusal>> {
  for (const { subject, id, value } of handed) {
    const changed = await changeSetting(world, tx, { subject, id, by, value, seen: null })
    if (!changed.ok) return changed
  }
  return done(null)
}

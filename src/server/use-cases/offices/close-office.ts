import { type ClosingRefusal, checkClosing } from '#domain/offices/check-office.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import { checkNote, type ForcedNoteRefusal } from '#domain/reports/forced-notes.ts'
import { namesOffice, withOtherOffice } from '#domain/routing/rule-offices.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readCategories } from '#server/storage/categories.ts'
import type { Tx } from '#server/storage/database.ts'
import { readReferences } from '#server/storage/office-references.ts'
import { readOffices } from '#server/storage/offices.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { listWorkers } from '#server/storage/workers.ts'
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

/** Closes an office. Categories and rules go to its successor at once, its open reports in the background, one by one. */
export async function closeOffice(world: World, tenant: TenantId, ask: CloseOffice): Promise<Result<null, CloseOfficeRefusal>> {
  const { by, office: id, successor, seen } = ask
  if (!holds(by, 'administrator')) return refuse('not_yours')
  const { forcedNotes } = (await world.directories.of(tenant)).tenant.settings
  return world.transaction(tenant, async (tx): Promise<Result<null, CloseOfficeRefusal>> => {
    await lockBody(tx)
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const office = offices.get(id)
    if (!office) return refuse('no_such_office')
    const references = await readReferences(tx, id)
    const closes = checkClosing(office, offices, references, successor)
    if (!closes.ok) return closes
    const note = checkNote(ask.note, references.reports > 0 ? 'hand_over' : null, forcedNotes)
    if (!note.ok) return note
    const { id: _, ...setting } = office
    const value = { ...setting, active: false }
    const changed = await changeSetting(world, tx, { subject: 'office', id, by, value, seen })
    if (!changed.ok) return changed
    if (successor === null) return done(null)
    const moved = await moveReferences(world, tx, { from: id, to: successor }, by)
    if (!moved.ok) return moved
    const account = by.kind === 'staff' ? by.account : null
    const job = { tenant, office: id, to: successor, note: note.value, by: account }
    await tx.later('offices.hand-over', job)
    await tx.later('offices.hand-over', job, { after: new Date(world.now().getTime() + straggling) })
    return done(null)
  })
}

/** What came to the office by category and by rules goes to its successor; each is a change of a setting like any other. */
async function moveReferences(
  world: World,
  tx: Tx,
  offices: { readonly from: OfficeId; readonly to: OfficeId },
  by: Actor,
): Promise<Result<null, ChangeSettingRefusal>> {
  for (const { id, ...category } of await readCategories(tx)) {
    if (category.office !== offices.from) continue
    const value = { ...category, office: offices.to }
    const changed = await changeSetting(world, tx, { subject: 'category', id, by, value, seen: null })
    if (!changed.ok) return changed
  }
  const rules = await readRoutingRules(tx)
  if (!rules.some((rule) => namesOffice(rule, offices.from))) return done(null)
  const workers = await listWorkers(tx)
  const value = rules.map((rule) => withOtherOffice(rule, offices, { workers }))
  const changed = await changeSetting(world, tx, { subject: 'routing', id: tx.tenant, by, value, seen: null })
  return changed.ok ? done(null) : changed
}

import type { Actor } from '#domain/people/actor.ts'
import { type Id, isId, type TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import type { Tx } from '#server/storage/database.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import { readSettingChange, type SettingChange } from '#server/storage/settings/history.ts'
import {
  mayGoBack,
  type SettingStore,
  type SettingSubject,
  type SettingValues,
  settingStores,
} from '#server/storage/settings/stores.ts'
import type { World } from '#server/world.ts'

export type RevertSetting = { readonly change: string; readonly by: Actor }

export type RevertSettingRefusal = ChangeSettingRefusal | 'no_such_change' | 'refers_to_gone' | 'breaks_rule'

/** Makes a setting what it was before a change, as a new change; refused where it refers to something that is gone. Of what a body decides on several pages only that goes back which was changed then. */
export async function revertSetting(
  world: World,
  tenant: TenantId,
  { change: id, by }: RevertSetting,
): Promise<Result<Id<'setting-change'>, RevertSettingRefusal>> {
  try {
    return await world.transaction(tenant, async (tx): Promise<Result<Id<'setting-change'>, RevertSettingRefusal>> => {
      const change = isId(id) ? await readSettingChange(tx, id) : null
      if (!change) return refuse('no_such_change')
      const store: SettingStore<Value> = settingStores[change.subject]
      const value = await valueBefore(tx, store, change)
      if (!mayGoBack(change.subject)) return refuse('breaks_rule')
      if (store.mayReturn && !(await store.mayReturn(tx, change.subjectId, value, by, world.now()))) return refuse('breaks_rule')
      return changeSetting(world, tx, { subject: change.subject, id: change.subjectId, by, value, seen: null })
    })
  } catch (fault) {
    if (isForeignKeyFault(fault)) return refuse('refers_to_gone')
    throw fault
  }
}

type Value = SettingValues[SettingSubject]

async function valueBefore(tx: Tx, store: SettingStore<Value>, change: SettingChange): Promise<Value | null> {
  const [before, after] = [change.before, change.after] as [Value | null, Value | null]
  const now = store.without && before && after ? await store.read(tx, change.subjectId) : null
  return store.without && now && before && after ? store.without(now, before, after) : before
}

/** 23503 is what PostgreSQL says of a reference to nothing, or of something that is still referred to. */
function isForeignKeyFault(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '23503'
}

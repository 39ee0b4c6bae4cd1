import type { Actor } from '#domain/people/actor.ts'
import type { NotedChange } from '#domain/reports/forced-notes.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetForcedNotes = { readonly by: Actor; readonly forced: readonly NotedChange[]; readonly seen: number | null }

/** Says which changes of a report want a note to the colleagues. */
export async function setForcedNotes(
  world: World,
  tenant: TenantId,
  { by, forced, seen }: SetForcedNotes,
): Promise<Result<Id<'setting-change'>, ChangeSettingRefusal>> {
  return world.transaction(tenant, async (tx) => {
    await lockBody(tx)
    const settings = await bodyStore.read(tx, tenant)
    if (!settings) throw new Error('a body without settings')
    const value = { ...settings, forcedNotes: forced }
    return changeSetting(world, tx, { subject: 'body', id: tenant, by, value, seen })
  })
}

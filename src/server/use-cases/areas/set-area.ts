import type { AreaSetting } from '#domain/areas/area.ts'
import { type AreaRefusal, checkArea } from '#domain/areas/check-area.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { AreaId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readAreas } from '#server/storage/areas.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetArea = {
  readonly by: Actor
  /** Nothing, and a new one is made, last of all. */
  readonly id: AreaId | null
  readonly setting: Omit<AreaSetting, 'position'>
  readonly seen: number | null
}

export type SetAreaRefusal = AreaRefusal | ChangeSettingRefusal | 'no_such_area'

/** Makes an area or changes its name, its place in the tree, its borders, or whether it is used; open reports are looked for anew after it. */
export async function setArea(world: World, tenant: TenantId, ask: SetArea): Promise<Result<AreaId, SetAreaRefusal>> {
  const id = ask.id ?? world.newId<'area'>()
  return world.transaction(tenant, async (tx): Promise<Result<AreaId, SetAreaRefusal>> => {
    await lockBody(tx)
    const areas = await readAreas(tx)
    const before = areas.find((area) => area.id === id)
    if (ask.id !== null && !before) return refuse('no_such_area')
    const position = before?.position ?? (areas.at(-1)?.position ?? 0) + 1
    const checked = checkArea(id, { ...ask.setting, position }, new Map(areas.map((area) => [area.id, area])))
    if (!checked.ok) return checked
    const changed = await changeSetting(world, tx, { subject: 'area', id, by: ask.by, value: checked.value, seen: ask.seen })
    return changed.ok ? done(id) : changed
  })
}

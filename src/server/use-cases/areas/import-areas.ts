import { type AreaRefusal, checkArea } from '#domain/areas/check-area.ts'
import { type AreaPlan, matchAreas } from '#domain/areas/match-areas.ts'
import type { NamedShape } from '#domain/areas/parse-areas.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { AreaId, TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { type PlacedArea, readAreas } from '#server/storage/areas.ts'
import type { Tx } from '#server/storage/database.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type ImportAreas = { readonly by: Actor; readonly shapes: readonly NamedShape[] }

export type ImportAreasRefusal = AreaRefusal | ChangeSettingRefusal

const takes: readonly AreaPlan['does'][] = ['make', 'redraw', 'restore']

/** Takes the areas of a file over, all in one piece: those that are there get its borders and are in use, the others are made; a shape that cannot be used is left out. */
export async function importAreas(
  world: World,
  tenant: TenantId,
  { by, shapes }: ImportAreas,
): Promise<Result<number, ImportAreasRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<number, ImportAreasRefusal>> => {
    await lockBody(tx)
    const areas = [...(await readAreas(tx))]
    let changes = 0
    for (const plan of matchAreas(shapes, areas)) {
      if (!takes.includes(plan.does)) continue
      const kept = await keep(world, tx, by, plan, areas)
      if (!kept.ok) return kept
      areas.splice(0, areas.length, ...areas.filter(({ id }) => id !== kept.value.id), kept.value)
      changes++
    }
    return done(changes)
  })
}

async function keep(
  world: World,
  tx: Tx,
  by: Actor,
  { shape, area }: AreaPlan,
  areas: readonly PlacedArea[],
): Promise<Result<PlacedArea, ImportAreasRefusal>> {
  const { code, name, geometry } = shape
  const parent = areas.find((other) => other.code === shape.parent)?.id ?? null
  const position = Math.max(0, ...areas.map((other) => other.position)) + 1
  const known = areas.find(({ id }) => id === area?.id)
  const { id, ...setting }: PlacedArea = known
    ? { ...known, geometry, active: true }
    : { id: world.newId<'area'>() as AreaId, parent, code, name, geometry, position, active: true }
  const checked = checkArea(id, setting, new Map(areas.map((other) => [other.id, other])))
  if (!checked.ok) return checked
  const changed = await changeSetting(world, tx, { subject: 'area', id, by, value: setting, seen: null })
  return changed.ok ? done({ id, ...setting }) : changed
}

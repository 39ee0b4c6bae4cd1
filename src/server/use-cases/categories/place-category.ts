import { type CategoryRefusal, checkCategorySetting } from '#domain/categories/check-category.ts'
import { placeAt } from '#domain/categories/place-category.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CategoryId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { categoryRules } from '#server/storage/category-rules.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type PlaceCategory = {
  readonly by: Actor
  readonly id: CategoryId
  readonly parent: CategoryId | null
  /** How many siblings stand before it. */
  readonly index: number
}

export type PlaceCategoryRefusal = CategoryRefusal | ChangeSettingRefusal | 'no_such_category'

/** Puts a category elsewhere in the tree: among its siblings, or under another group. */
export async function placeCategory(
  world: World,
  tenant: TenantId,
  { by, id, parent, index }: PlaceCategory,
): Promise<Result<CategoryId, PlaceCategoryRefusal>> {
  return world.transaction(tenant, async (tx): Promise<Result<CategoryId, PlaceCategoryRefusal>> => {
    await lockBody(tx)
    const rules = await categoryRules(tx)
    if (!rules.categories.has(id)) return refuse('no_such_category')
    const siblings = [...rules.categories.values()].filter((one) => one.parent === parent)
    for (const [moved, position] of placeAt(siblings, id, index)) {
      const found = rules.categories.get(moved)
      if (!found) continue
      const { id: _, ...was } = found
      const value = { ...was, position, parent: moved === id ? parent : was.parent }
      const checked = checkCategorySetting(moved, value, rules)
      if (!checked.ok) return checked
      const changed = await changeSetting(world, tx, { subject: 'category', id: moved, by, value: checked.value, seen: null })
      if (!changed.ok && (moved === id || changed.refusal !== 'nothing_changes')) return changed
    }
    return done(id)
  })
}

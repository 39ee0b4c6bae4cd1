import type { CategorySetting } from '#domain/categories/category.ts'
import { type CategoryRefusal, checkCategorySetting } from '#domain/categories/check-category.ts'
import { placeAt } from '#domain/categories/place-category.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CategoryId, OfficeId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { categoryRules } from '#server/storage/category-rules.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetCategory = {
  readonly by: Actor
  /** Nothing, and a new one is made, last among its siblings. */
  readonly id: CategoryId | null
  /** What is not named stays. */
  readonly setting: Partial<Omit<CategorySetting, 'questions' | 'position'>>
  readonly seen: number | null
}

export type SetCategoryRefusal = CategoryRefusal | ChangeSettingRefusal | 'no_such_category'

const blank: Omit<CategorySetting, 'position'> = {
  parent: null,
  code: '',
  name: { it: '' },
  description: { it: '' },
  kinds: [],
  keywords: [],
  office: '' as OfficeId,
  officesMayReply: false,
  firstReply: { amount: 3, unit: 'working_days' },
  resolution: { amount: 20, unit: 'working_days' },
  likeMetres: 150,
  active: true,
  questions: [],
}

/** Makes a category, or changes what it is; its reports stay filed under it, those that come follow the change. */
export async function setCategory(
  world: World,
  tenant: TenantId,
  ask: SetCategory,
): Promise<Result<CategoryId, SetCategoryRefusal>> {
  const id = ask.id ?? world.newId<'category'>()
  return world.transaction(tenant, async (tx): Promise<Result<CategoryId, SetCategoryRefusal>> => {
    await lockBody(tx)
    const rules = await categoryRules(tx)
    const before = rules.categories.get(id)
    if (ask.id !== null && !before) return refuse('no_such_category')
    const { id: _, ...was } = before ?? { ...blank, id, position: 0 }
    const wanted = { ...was, ...ask.setting }
    const siblings = [...rules.categories.values()].filter(({ parent }) => parent === wanted.parent)
    const last = placeAt(siblings, id, siblings.length).get(id) ?? 0
    const moved = before?.parent === wanted.parent ? wanted : { ...wanted, position: last }
    const checked = checkCategorySetting(id, moved, rules)
    if (!checked.ok) return checked
    const { by, seen } = ask
    const changed = await changeSetting(world, tx, { subject: 'category', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}

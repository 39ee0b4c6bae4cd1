import type { CategorySetting } from '#domain/categories/category.ts'
import { checkCategorySetting } from '#domain/categories/check-category.ts'
import type { CategoryId } from '#domain/shared/id.ts'
import { deleteCategory, readCategories, saveCategory } from '../categories.ts'
import { categoryRules } from '../category-rules.ts'
import type { Reader, Tx } from '../database.ts'

/**
 * A category with its questions and its place; taking one away under which anything was filed breaks, as it should. Where it
 * publishes otherwise, what is filed under it is looked at.
 */
export const categoryStore = {
  async read(reader: Reader, id: string): Promise<CategorySetting | null> {
    const found = (await readCategories(reader)).find((category) => category.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: CategorySetting | null): Promise<void> {
    const category = id as CategoryId
    if (value === null) return deleteCategory(tx, category)
    const before = await categoryStore.read(tx, id)
    await saveCategory(tx, category, value)
    if (before && before.publication !== value.publication)
      await tx.later('category.republish', { tenant: tx.tenant, category, after: null })
  },
  async mayReturn(tx: Tx, id: string, value: CategorySetting | null): Promise<boolean> {
    const rules = await categoryRules(tx)
    if (value === null) return !rules.used.has(id as CategoryId)
    return checkCategorySetting(id as CategoryId, value, rules).ok
  },
}

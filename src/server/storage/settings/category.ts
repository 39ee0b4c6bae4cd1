import type { CategorySetting } from '#domain/categories/category.ts'
import { checkCategorySetting } from '#domain/categories/check-category.ts'
import type { CategoryId } from '#domain/shared/id.ts'
import { deleteCategory, readCategories, saveCategory } from '../categories.ts'
import { categoryRules } from '../category-rules.ts'
import type { Reader, Tx } from '../database.ts'

/** A category with its questions and its place; taking one away under which anything was filed breaks, as it should. */
export const categoryStore = {
  async read(reader: Reader, id: string): Promise<CategorySetting | null> {
    const found = (await readCategories(reader)).find((category) => category.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: CategorySetting | null): Promise<void> {
    if (value === null) await deleteCategory(tx, id as CategoryId)
    else await saveCategory(tx, id as CategoryId, value)
  },
  async mayReturn(tx: Tx, id: string, value: CategorySetting | null): Promise<boolean> {
    const rules = await categoryRules(tx)
    if (value === null) return !rules.used.has(id as CategoryId)
    return checkCategorySetting(id as CategoryId, value, rules).ok
  },
}

import type { CategoryRules } from '#domain/categories/check-category.ts'
import { type PlacedCategory, readCategories } from './categories.ts'
import { usedCategories } from './category-uses.ts'
import type { Reader } from './database.ts'
import { readOffices } from './offices.ts'

type Read = Omit<CategoryRules, 'categories'> & { readonly categories: ReadonlyMap<PlacedCategory['id'], PlacedCategory> }

/** What a category is held against, as it is now. */
export async function categoryRules(reader: Reader): Promise<Read> {
  const [categories, offices] = [await readCategories(reader), await readOffices(reader)]
  return {
    categories: new Map(categories.map((one) => [one.id, one])),
    offices: new Map(offices.map((one) => [one.id, one])),
    used: await usedCategories(reader),
  }
}

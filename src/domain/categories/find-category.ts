import { done, type Result, refuse } from '../shared/result.ts'
import { searchText } from '../shared/search-text.ts'
import { inLocale, type Locale } from '../shared/words.ts'
import type { Category } from './category.ts'

/** What a category is called where it stands alone: its group, then itself. */
export function categoryLabel(category: Category, categories: ReadonlyMap<Category['id'], Category>, locale: Locale): string {
  const group = category.parent ? categories.get(category.parent) : undefined
  const name = inLocale(category.name, locale)
  return group ? `${inLocale(group.name, locale)}: ${name}` : name
}

/**
 * Finds the one category that is meant by what was typed: by its whole name or label, or else the only one whose name, label or
 * keywords have the words in them.
 */
export function findCategory(
  choices: readonly Category[],
  categories: ReadonlyMap<Category['id'], Category>,
  typed: string,
  locale: Locale,
): Result<Category, 'category_missing' | 'category_unknown' | 'category_ambiguous'> {
  const wanted = searchText(typed)
  if (wanted === '') return refuse('category_missing')
  const named = choices.map((category) => ({
    category,
    names: [inLocale(category.name, locale), categoryLabel(category, categories, locale)].map(searchText),
    words: category.keywords.map(searchText),
  }))
  const exact = named.filter(({ names }) => names.includes(wanted))
  const like = named.filter(({ names, words }) => [...names, ...words].some((text) => text.includes(wanted)))
  const [only, another] = exact.length > 0 ? exact : like
  if (!only) return refuse('category_unknown')
  return another ? refuse('category_ambiguous') : done(only.category)
}

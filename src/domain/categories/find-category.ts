import { searchText } from '../shared/search-text.ts'
import { inLocale, type Locale } from '../shared/words.ts'
import type { Category } from './category.ts'

/** What a category is called where it stands alone: its group, then itself. */
export function categoryLabel(category: Category, categories: ReadonlyMap<Category['id'], Category>, locale: Locale): string {
  const group = category.parent ? categories.get(category.parent) : undefined
  const name = inLocale(category.name, locale)
  return group ? `${inLocale(group.name, locale)}: ${name}` : name
}

/** The categories that are meant by what was typed: by their whole name or label or else, all whose name, label or keywords hold it. */
export function matchingCategories(
  choices: readonly Category[],
  categories: ReadonlyMap<Category['id'], Category>,
  typed: string,
  locale: Locale,
): readonly Category[] {
  const wanted = searchText(typed)
  if (wanted === '') return []
  const named = choices.map((category) => ({
    category,
    names: [inLocale(category.name, locale), categoryLabel(category, categories, locale)].map(searchText),
    words: category.keywords.map(searchText),
  }))
  const exact = named.filter(({ names }) => names.includes(wanted))
  const like = named.filter(({ names, words }) => [...names, ...words].some((text) => text.includes(wanted)))
  return (exact.length > 0 ? exact : like).map(({ category }) => category)
}

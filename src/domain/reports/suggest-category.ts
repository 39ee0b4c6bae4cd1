import { type Category, categoriesFor } from '../categories/category.ts'
import type { CategoryId } from '../shared/id.ts'
import { searchText } from '../shared/search-text.ts'
import type { Report } from './report.ts'

/** A category that the words of a report point to, and the words that do. */
export type SuggestedCategory = { readonly category: CategoryId; readonly words: readonly string[] }

/** Where words of the title count for more than words of the description. */
const titleWeight = 3

/** The category whose keywords the report's own words hold most, unless it is filed there already; nothing where none does. */
export function suggestCategory(
  report: Pick<Report, 'kind' | 'category' | 'title' | 'description'>,
  categories: readonly Category[],
): SuggestedCategory | null {
  const [title, description] = [` ${searchText(report.title)} `, ` ${searchText(report.description)} `]
  const scored = categoriesFor(categories, report.kind).map((category) => {
    const held = category.keywords.filter((keyword) => holds(title, keyword) || holds(description, keyword))
    const score = held.reduce((sum, keyword) => sum + (holds(title, keyword) ? titleWeight : 1), 0)
    return { category: category.id, words: held, score }
  })
  const [best, second] = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score)
  if (!best || best.category === report.category || best.score === second?.score) return null
  return { category: best.category, words: best.words }
}

function holds(text: string, keyword: string): boolean {
  return text.includes(` ${searchText(keyword)} `)
}

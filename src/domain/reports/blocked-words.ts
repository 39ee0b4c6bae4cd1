import { searchText } from '../shared/search-text.ts'
import type { Report } from './report.ts'

/** The words of a report that the body does not let be published before somebody has looked; whole words, accents and capitals do not count. */
export function blockedWordsIn(
  { title, description }: Pick<Report, 'title' | 'description'>,
  blocked: readonly string[],
): readonly string[] {
  const text = ` ${searchText(`${title} ${description}`)} `
  return blocked.filter((word) => text.includes(` ${searchText(word)} `))
}

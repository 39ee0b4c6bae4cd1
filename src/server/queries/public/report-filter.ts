import { type RawBuilder, sql } from 'kysely'
import { type ReportKind, reportKinds } from '#domain/reports/kind.ts'
import { type Stage, stages } from '#domain/reports/stage.ts'
import type { AreaId, CategoryId } from '#domain/shared/id.ts'
import { searchText } from '#domain/shared/search-text.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { Directory } from '#server/storage/directory.ts'
import { holdsWords, type WordSearch } from '#server/storage/text-search.ts'

/** What a reader of the public list wants to see; null or empty is everything. */
export type ReportFilter = {
  readonly category: CategoryId | null
  readonly area: AreaId | null
  readonly stage: Stage | null
  readonly kind: ReportKind | null
  readonly text: string
}

/** The stages that a public report can be in; one that was withdrawn is nobody's business. */
export const publicStages = stages.filter((stage) => stage !== 'withdrawn')

const longestText = 100

/** Reads the filter of an address; what it does not know is left out, so that an old link still shows a list. */
export function readReportFilter(directory: Directory, search: URLSearchParams): ReportFilter {
  const [category, area] = [search.get('categoria'), search.get('zona')]
  return {
    category: [...directory.categories.values()].find(({ code }) => code === category)?.id ?? null,
    area: [...directory.areas.values()].find(({ code }) => code === area)?.id ?? null,
    stage: publicStages.find((stage) => stage === search.get('stato')) ?? null,
    kind: reportKinds.find((kind) => kind === search.get('tipo')) ?? null,
    text: (search.get('q') ?? '').trim().slice(0, longestText),
  }
}

/** Whether the filter leaves anything out. */
export function isFiltering({ category, area, stage, kind, text }: ReportFilter): boolean {
  return category !== null || area !== null || stage !== null || kind !== null || text !== ''
}

/** The number that a search text is: `12`, `#12`, `n. 12`. */
export function numberMeant(text: string): number | null {
  const [, digits] = /^(?:#|n\.?|n°|nr\.?|numero)?\s*(\d{1,12})$/i.exec(text.trim()) ?? []
  return digits === undefined ? null : Number(digits)
}

/** How a text is looked for: by its words, or by likeness where no word was found. */
export type TextSearch = WordSearch | 'likeness'

/** The condition on `report` that a public report of this tenant within the filter meets. */
export function whereMatches(directory: Directory, filter: ReportFilter, search: TextSearch): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`report.tenant_id = ${directory.tenant.id} and report.visible`]
  if (filter.category !== null)
    parts.push(sql`report.category_id in (${sql.join(withDescendants(directory.categories, filter.category))})`)
  if (filter.area !== null) parts.push(sql`report.area_id in (${sql.join(withDescendants(directory.areas, filter.area))})`)
  if (filter.stage !== null) parts.push(sql`report.stage = ${filter.stage}`)
  if (filter.kind !== null) parts.push(sql`report.kind = ${filter.kind}`)
  if (filter.text !== '') parts.push(search === 'likeness' ? isLike(filter.text) : holdsWordsOrNumber(filter.text, search))
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

function holdsWordsOrNumber(text: string, search: WordSearch): RawBuilder<boolean> {
  const number = numberMeant(text)
  const words = holdsWords(text, search)
  return number === null ? words : sql<boolean>`(${words} or report.number = ${number})`
}

function isLike(text: string): RawBuilder<boolean> {
  return sql<boolean>`${searchText(text)} <% report.title`
}

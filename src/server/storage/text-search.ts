import { type RawBuilder, sql } from 'kysely'
import { searchText } from '#domain/shared/search-text.ts'
import type { Reader } from './database.ts'

/** How the words of a text are looked for: as they stand, or with the last one as the beginning of others. */
export type WordSearch = 'whole_words' | 'beginnings'

/** A word that so many reports hold was typed to its end. */
const holders = 50
const shortestBeginning = 3

/**
 * How a text is looked for. The last word may be unfinished, but where many reports hold it as it stands it is not: beginnings of
 * common words are much slower to find, and nobody who looks for *marciapiede* means anything else.
 */
export async function wordSearchFor({ db, tenant }: Reader, text: string): Promise<WordSearch> {
  const last = wordsOf(text).at(-1) ?? ''
  if (last.length < shortestBeginning) return 'whole_words'
  const { rows } = await sql`
    select from report where report.tenant_id = ${tenant} and ${holds(last)} limit ${holders}`.execute(db)
  return rows.length < holders ? 'beginnings' : 'whole_words'
}

/** The condition on `report` that it holds all words of a text; accents and endings do not count. */
export function holdsWords(text: string, search: WordSearch): RawBuilder<boolean> {
  const words = wordsOf(text).join(' & ')
  return holds(search === 'beginnings' ? `${words}:*` : words)
}

function holds(query: string): RawBuilder<boolean> {
  return sql<boolean>`report.fts @@ to_tsquery('public.filo_it', ${query})`
}

function wordsOf(text: string): readonly string[] {
  return searchText(text).split(' ').filter(Boolean)
}

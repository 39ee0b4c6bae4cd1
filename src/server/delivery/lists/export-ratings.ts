import type { Period } from '#domain/ratings/spans.ts'
import { inLocale } from '#domain/shared/words.ts'
import { type SheetCell, type SheetFormat, writeSheet } from '#server/gateways/spreadsheet.ts'
import { type ListedRating, listRatings, type RatingMark } from '#server/queries/ratings/list-ratings.ts'
import type { SubjectsAsked } from '#server/queries/ratings/rating-where.ts'
import type { World } from '#server/world.ts'
import type { CellContext } from './list-cells.ts'

type Asked = Period & SubjectsAsked & { readonly texts: boolean }

/** So many rows are read at once, and no transaction is longer than that. */
const usualPage = 1000

/** The ratings of a time as a file, written page by page; what is hidden is left out, and every text for whoever reads none. */
export function exportRatings(
  world: World,
  context: CellContext,
  format: SheetFormat,
  asked: Asked,
  pageSize = usualPage,
): ReadableStream<Uint8Array> {
  const { columns, title } = context.words.ratingResults
  const { detail, ...always } = columns
  const headers = [...Object.values(always), ...(asked.texts ? [detail] : [])]
  const sheet = headers.map((header) => ({ header, width: 20, moment: false }))
  return writeSheet(format, title, sheet, rowsOf(world, context, asked, pageSize))
}

async function* rowsOf(world: World, context: CellContext, asked: Asked, limit: number): AsyncGenerator<readonly SheetCell[]> {
  const { directory } = context
  let after: RatingMark | null = null
  for (;;) {
    const ask = { ...asked, after, limit, written: 'all' } as const
    const rows: readonly ListedRating[] = await world.read(directory.tenant.id, (reader) => listRatings(reader, directory, ask))
    for (const row of rows) yield cellsOf(row, context, asked.texts)
    const last = rows.at(-1)
    if (!last || rows.length < limit) return
    after = { day: last.day, id: last.id }
  }
}

function cellsOf(row: ListedRating, { directory, locale, words }: CellContext, texts: boolean): readonly SheetCell[] {
  const { kind, title, path, office, day, stars, answer, detail, hiddenFor } = row
  const answers = Object.values((stars > 3 ? words.ratings.positive : words.ratings.negative).answers)
  return [
    day,
    words.ratingResults.kinds[kind],
    inLocale(title, locale),
    path,
    office === null ? null : inLocale(directory.offices.get(office)?.name ?? { it: '' }, locale),
    stars,
    answer === null ? null : (answers[answer - 1] ?? null),
    ...(texts ? [hiddenFor === null ? detail : null] : []),
  ]
}

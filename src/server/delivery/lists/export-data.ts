import type { Staff } from '#domain/people/actor.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import { type SheetCell, type SheetFormat, writeSheet } from '#server/gateways/spreadsheet.ts'
import { type DataRow, listDataRows } from '#server/queries/data/list-data-rows.ts'
import type { World } from '#server/world.ts'
import { civilCell } from './civil-cell.ts'
import type { CellContext } from './list-cells.ts'

const columns = [
  'number',
  'kind',
  'category',
  'area',
  'office',
  'stage',
  'channel',
  'priority',
  'submitted',
  'first_reply_due',
  'first_reply',
  'resolution_due',
  'closed',
  'term',
  'hand_overs',
  'stars',
] as const

type DataColumn = (typeof columns)[number]

const moments: readonly DataColumn[] = ['submitted', 'first_reply_due', 'first_reply', 'resolution_due', 'closed']

const cells: Readonly<Record<DataColumn, (row: DataRow, context: CellContext) => SheetCell>> = {
  number: ({ number }) => number,
  kind: ({ kind }, { words }) => words.reports.kind[kind],
  category: ({ category }, { directory, locale }) => inLocale(directory.categories.get(category)?.name ?? { it: '' }, locale),
  area: ({ area }, { directory }) => (area === null ? null : (directory.areas.get(area)?.name ?? null)),
  office: ({ office }, { directory, locale }) => inLocale(directory.offices.get(office)?.name ?? { it: '' }, locale),
  stage: ({ stage }, { words }) => words.reports.stage[stage],
  channel: ({ channel }, { words }) => words.reports.channel[channel],
  priority: ({ priority }, { words }) => words.inbox.priority[priority],
  submitted: ({ submittedAt }) => submittedAt,
  first_reply_due: ({ firstReplyDue }) => firstReplyDue,
  first_reply: ({ firstReplyAt }) => firstReplyAt,
  resolution_due: ({ resolutionDue }) => resolutionDue,
  closed: ({ closedAt }) => closedAt,
  term: ({ stage, termNotice }, { words }) => (isOpen(stage) ? words.lists.terms[termNotice] : null),
  hand_overs: ({ handOvers }) => handOvers,
  stars: ({ stars }) => stars,
}

/** So many rows are read at once, and no transaction is longer than that. */
const usualPage = 1000

/** The rows of all reports as a file, without anything personal, written page by page while it is sent. */
export function exportData(
  world: World,
  context: CellContext,
  format: SheetFormat,
  ask: { readonly by: Staff; readonly filter: ReportFilter },
  pageSize = usualPage,
): ReadableStream<Uint8Array> {
  const heads: Record<DataColumn, string> = { ...context.words.lists.columns, ...context.words.data.columns }
  const sheet = columns.map((column) => ({ header: heads[column], width: 20, moment: moments.includes(column) }))
  return writeSheet(format, context.words.lists.export.sheet, sheet, rowsOf(world, context, ask, pageSize))
}

async function* rowsOf(
  world: World,
  context: CellContext,
  { by, filter }: { readonly by: Staff; readonly filter: ReportFilter },
  limit: number,
): AsyncGenerator<readonly SheetCell[]> {
  const { tenant } = context.directory
  const { zone } = tenant.settings.calendar
  for (let after = 0; ; ) {
    const ask = { filter, after, limit }
    const rows = await world.read(tenant.id, (reader) => listDataRows(reader, context.directory, by, ask))
    for (const row of rows) yield columns.map((column) => civilCell(cells[column](row, context), zone))
    const last = rows.at(-1)
    if (!last || rows.length < limit) return
    after = last.number
  }
}

import type { Staff } from '#domain/people/actor.ts'
import type { Column, Sort } from '#domain/reports/list-look.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { type SheetCell, type SheetColumn, type SheetFormat, writeSheet } from '#server/gateways/spreadsheet.ts'
import type { Mark } from '#server/queries/desk/list/list-order.ts'
import { type ListAsk, type ListedReport, type ListPage, listReports } from '#server/queries/desk/list/list-reports.ts'
import { lookAtContactsOfList } from '#server/use-cases/people/look-at-contacts-of-list.ts'
import type { World } from '#server/world.ts'
import { civilCell } from './civil-cell.ts'
import { type CellContext, cellsOf } from './list-cells.ts'

/** What is taken away: a list as it is seen, and whether the authors' contacts go with it. */
export type ExportList = {
  readonly by: Staff
  readonly filter: ReportFilter
  readonly sort: Sort
  readonly columns: readonly Column[]
  readonly contacts: boolean
  /** Of the list, these alone. */
  readonly only?: readonly ReportId[] | null
}

/** So many reports are read at once, and no transaction is longer than that. */
const usualPage = 500

const moments: readonly Column[] = ['submitted', 'first_reply_due', 'resolution_due', 'changed', 'closed']
const widths: Partial<Record<Column, number>> = { number: 9, title: 40, category: 28, address: 30, office: 30, hand_overs: 9 }

/** A list as a file: whatever the list shows, column by column, in its order, written page by page while it is sent. */
export function exportList(
  world: World,
  context: CellContext,
  format: SheetFormat,
  ask: ExportList,
  pageSize = usualPage,
): ReadableStream<Uint8Array> {
  const { lists } = context.words
  const columns: readonly SheetColumn[] = [
    ...ask.columns.map((column) => ({
      header: lists.columns[column],
      width: widths[column] ?? 18,
      moment: moments.includes(column),
    })),
    ...(ask.contacts ? Object.values(lists.export.contacts).map((header) => ({ header, width: 24, moment: false })) : []),
  ]
  return writeSheet(format, lists.export.sheet, columns, rowsOf(world, context, ask, pageSize))
}

async function* rowsOf(
  world: World,
  context: CellContext,
  ask: ExportList,
  pageSize: number,
): AsyncGenerator<readonly SheetCell[]> {
  const { directory } = context
  const { zone } = directory.tenant.settings.calendar
  let after: Mark | null = null
  let found: number | undefined
  do {
    const asked: ListAsk = {
      filter: ask.filter,
      sort: ask.sort,
      after,
      size: pageSize,
      readers: [],
      only: ask.only ?? null,
      ...(found === undefined ? {} : { found }),
    }
    const page: ListPage = await world.read(directory.tenant.id, (reader) => listReports(reader, directory, ask.by, asked))
    const contacts = ask.contacts ? await contactsOf(world, directory.tenant.id, page.rows, ask.by) : null
    for (const row of page.rows) {
      const cells = cellsOf(row, ask.columns, context).map((cell) => civilCell(cell, zone))
      yield contacts ? [...cells, ...writeContacts(contacts.get(row.id))] : cells
    }
    after = page.after
    found = page.found
  } while (after !== null)
}

function contactsOf(world: World, tenant: CellContext['directory']['tenant']['id'], rows: readonly ListedReport[], by: Staff) {
  return lookAtContactsOfList(
    world,
    tenant,
    rows.map(({ id }): ReportId => id),
    by,
  )
}

function writeContacts(author: AuthorDetails | undefined): readonly SheetCell[] {
  return author ? [author.firstName, author.lastName, author.email, author.phone] : [null, null, null, null]
}

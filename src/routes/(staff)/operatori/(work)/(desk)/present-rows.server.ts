import { columnsOf, type ListLook } from '#domain/reports/list-look.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownRow } from '#lib/components/desk/list/shown-list.ts'
import { writeNumeric, writeShort } from '#lib/messages/dates.ts'
import { fill, writeNumber } from '#lib/messages/fill.ts'
import { type Cell, cellsOf } from '#server/delivery/lists/list-cells.ts'
import type { ListedReport } from '#server/queries/desk/list/list-reports.ts'
import { withSearch } from './inbox-filter.server.ts'

/** A report as a row of the list, or of the table. */
export function presentRow(row: ListedReport, look: ListLook, kept: URLSearchParams, locals: App.Locals): ShownRow {
  const { directory, words, locale } = locals
  const office = directory.offices.get(row.ownerOffice ?? row.routedOffice)
  const category = directory.categories.get(row.category)
  const officeName = office ? inLocale(office.name, locale) : ''
  return {
    number: row.number,
    href: withSearch(`/operatori/segnalazioni/${row.number}`, kept),
    crumb: fill(words.desk.file.crumb, { number: row.number }),
    title: row.title,
    category: category ? inLocale(category.name, locale) : '',
    place: [row.area ? directory.areas.get(row.area)?.name : null, row.address].filter(Boolean).join(' · '),
    stage: row.stage,
    priority: row.priority === 'normal' ? null : { level: row.priority, label: words.inbox.priority[row.priority] },
    owner: row.ownerOffice
      ? [officeName, row.ownerName].filter(Boolean).join(' · ')
      : fill(words.desk.unowned, { office: officeName }),
    due: writeNumeric(row.resolutionDue, locale, directory.tenant.settings.calendar.zone),
    late: isOpen(row.stage) && (row.termNotice === 'late' || row.termNotice === 'very_late'),
    unread: row.unread,
    cells: look.table ? cellsOf(row, columnsOf(look), locals).map((cell) => writeCell(cell, locals)) : [],
  }
}

function writeCell(cell: Cell, { directory, locale }: App.Locals): string {
  if (cell === null) return ''
  if (cell instanceof Date) return writeShort(cell, locale, directory.tenant.settings.calendar.zone)
  return typeof cell === 'number' ? writeNumber(locale, cell) : cell
}

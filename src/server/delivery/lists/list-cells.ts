import type { Column } from '#domain/reports/list-look.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { writeCivilNumeric } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import type { ListedReport } from '#server/queries/desk/list/list-reports.ts'
import type { Directory } from '#server/storage/directory.ts'

/** What a column says of a report; moments and numbers stay what they are, so that a file can count with them. */
export type Cell = string | number | Date | null

export type CellContext = { readonly directory: Directory; readonly words: Dictionary; readonly locale: Locale }

const cells: Readonly<Record<Column, (row: ListedReport, context: CellContext) => Cell>> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  stage: ({ stage }, { words }) => words.reports.stage[stage],
  kind: ({ kind }, { words }) => words.reports.kind[kind],
  category: ({ category }, { directory, locale }) => inLocale(directory.categories.get(category)?.name ?? { it: '' }, locale),
  area: ({ area }, { directory }) => (area === null ? null : (directory.areas.get(area)?.name ?? null)),
  address: ({ address }) => address,
  office: ({ ownerOffice, routedOffice }, { directory, locale }) =>
    inLocale(directory.offices.get(ownerOffice ?? routedOffice)?.name ?? { it: '' }, locale),
  person: ({ ownerName }) => ownerName,
  priority: ({ priority }, { words }) => words.inbox.priority[priority],
  term: ({ stage, termNotice }, { words }) => (isOpen(stage) ? words.lists.terms[termNotice] : null),
  submitted: ({ submittedAt }) => submittedAt,
  first_reply_due: ({ firstReplyDue }) => firstReplyDue,
  resolution_due: ({ resolutionDue }) => resolutionDue,
  planned: ({ plannedFor }, { locale }) => plannedFor && writeCivilNumeric(plannedFor, locale),
  changed: ({ changedAt }) => changedAt,
  closed: ({ closedAt }) => closedAt,
  channel: ({ channel }, { words }) => words.reports.channel[channel],
  visibility: ({ visible }, { words }) => (visible ? words.desk.file.public : words.desk.file.private),
  hand_overs: ({ handOvers }) => handOvers,
  stars: ({ stars }) => stars,
}

/** What the columns say of a report, in their order. */
export function cellsOf(row: ListedReport, columns: readonly Column[], context: CellContext): readonly Cell[] {
  return columns.map((column) => cells[column](row, context))
}

import { changeForReport } from '#domain/bulk/change-for-report.ts'
import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import type { Staff } from '#domain/people/actor.ts'
import { may } from '#domain/reports/may.ts'
import { readAuthors } from '#server/storage/authors.ts'
import { type BulkRun, waitingBulkItems } from '#server/storage/bulk.ts'
import type { Reader } from '#server/storage/database.ts'
import { readReports } from '#server/storage/reports.ts'
import { fillWith } from './fill-with.server.ts'

const mostShown = 3

/** What the first reports of a run would be told, each filled in with what is its own; nothing once it is begun. */
export async function firstTexts(reader: Reader, staff: Staff, { id, change, state }: BulkRun, locals: App.Locals) {
  if (state !== 'previewed' || !('text' in change)) return []
  const { templates } = locals.words
  const items = await waitingBulkItems(reader, id, mostShown)
  const read = await readReports(
    reader,
    items.map(({ report }) => report),
  )
  const reports = read.filter((report) => may(staff, 'read', report).ok)
  const authors = await readAuthors(
    reader,
    reports.flatMap(({ author }) => author ?? []),
  )
  return reports
    .toSorted((one, other) => one.number - other.number)
    .map((report) => {
      const locale = (report.author && authors.get(report.author)?.locale) || 'it'
      const filling = { templates: locals.directory.templates, locale, fill: fillWith(locals) }
      const meant = changeForReport(change, report, filling)
      const text = 'text' in meant ? meant.text : ''
      return {
        number: report.number,
        title: report.title,
        text: withoutPersonal(text, templates.forStaff),
      }
    })
}

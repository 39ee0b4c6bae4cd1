import type { Report } from '#domain/reports/report.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { writeDay, writeMoment } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { Receipt } from './receipt.ts'

type Sheet = {
  readonly directory: Directory
  readonly locale: Locale
  readonly words: Pick<Dictionary, 'reports' | 'wizard'>
  /** The names of the files that came with it. */
  readonly files: readonly string[]
}

/** What the receipt of a report says: that it arrived, what it says and what was promised; never who sent it. */
export function reportReceipt(report: Report, { directory, locale, words, files }: Sheet): Receipt {
  const { settings } = directory.tenant
  const { zone } = settings.calendar
  const says = words.wizard.receipt
  const category = directory.categories.get(report.category)
  const area = report.area ? directory.areas.get(report.area) : undefined
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [says.number, String(report.number)],
    [says.received, writeMoment(report.submittedAt, locale, zone)],
    [says.kind, words.reports.kind[report.kind]],
    [says.category, category && inLocale(category.name, locale)],
    [says.subject, report.title],
    [says.details, report.description],
    [says.place, report.address],
    [says.area, area?.name],
    [says.files, files.join('\n')],
    [says.firstReply, writeDay(report.firstReplyDue, locale, zone)],
    [says.resolution, writeDay(report.resolutionDue, locale, zone)],
  ]
  return {
    lang: locale,
    title: fill(says.title, { number: report.number }),
    body: settings.name,
    rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    paragraphs: [says.paragraph],
    footer: fill(says.footer, { body: settings.name, address: settings.address, email: settings.email }),
  }
}

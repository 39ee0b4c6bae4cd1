import { isOpen } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import { sayAnswers } from '#lib/components/questions/say-answers.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeCivilDate, writeDate } from '#lib/messages/dates.ts'
import type { PublicReport } from '#server/queries/public/read-report.ts'

/** The facts of a public report, one a line; what is not known is left out. */
export function factsOf({ directory, locale, words }: App.Locals, report: PublicReport): readonly SummaryRow[] {
  const { page } = words.publicPages
  const { zone } = directory.tenant.settings.calendar
  const day = (instant: Date | null) => (instant === null ? null : writeDate(instant, locale, zone))
  const open = isOpen(report.stage)
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    [page.number, String(report.number)],
    [page.kind, words.reports.kind[report.kind]],
    [page.category, categoryPath(directory.categories, report.category, locale)],
    [page.address, report.address],
    [page.area, report.area === null ? null : (directory.areas.get(report.area)?.name ?? null)],
    [page.sent, day(report.submittedAt)],
    [page.firstReplyDue, open && report.firstReplyAt === null ? day(report.firstReplyDue) : null],
    [page.resolutionDue, open ? day(report.resolutionDue) : null],
    [page.planned, open && report.plannedFor !== null ? writeCivilDate(report.plannedFor, locale) : null],
    [page.closed, day(report.closedAt)],
    [page.reason, report.declineReason === null || open ? null : words.reports.declineReason[report.declineReason]],
  ]
  const asked = (directory.categories.get(report.category)?.questions ?? []).filter((question) => question.public)
  const answers = sayAnswers(asked, report.answers, locale, words.questions)
  return [
    ...rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    ...officeOf(directory.offices, report, page, locale),
    ...answers,
  ]
}

/** Who answers for it, and where one reads more about them. */
function officeOf(
  offices: App.Locals['directory']['offices'],
  { office: id }: PublicReport,
  { office: label }: App.Locals['words']['publicPages']['page'],
  locale: App.Locals['locale'],
): readonly SummaryRow[] {
  const office = offices.get(id)
  if (!office) return []
  const value = inLocale(office.name, locale)
  return [office.active ? { label, value, href: `/amministrazione/uffici/${office.code}` } : { label, value }]
}

function categoryPath(
  categories: App.Locals['directory']['categories'],
  id: PublicReport['category'],
  locale: App.Locals['locale'],
): string | null {
  const category = categories.get(id)
  if (!category) return null
  const parent = category.parent === null ? undefined : categories.get(category.parent)
  return [parent, category].flatMap((one) => (one ? [inLocale(one.name, locale)] : [])).join(' › ')
}

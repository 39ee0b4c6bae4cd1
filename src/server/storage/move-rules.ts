import type { MoveRules } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import { policyFor } from '#domain/reports/visibility.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type Directory, deskOfficeOf } from './directory.ts'

/** What the body decided about this report's life, gathered for the rule. */
export function moveRules(directory: Directory, report: Report, now: Date): MoveRules {
  const { settings } = directory.tenant
  const category = directory.categories.get(report.category)
  if (!category) throw new Error('a report without category')
  return {
    officesMayReply: category.officesMayReply,
    authorReopens: settings.authorReopens,
    reopenDays: settings.reopenDays,
    calendar: settings.calendar,
    publication: policyFor(category, settings.publication),
    resolution: category.resolution,
    deskOffice: deskOfficeOf(directory),
    ownerExists: report.ownerOffice !== null && directory.offices.get(report.ownerOffice)?.active === true,
    forcedNotes: settings.forcedNotes,
    today: civilDate(now, settings.calendar.zone),
  }
}

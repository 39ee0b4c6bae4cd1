import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { PublicEvent, PublicReport } from '#server/queries/public/read-report.ts'

/** What happened to a public report, oldest first, in the words of the page; the body's answers in full. */
export function historyOf(locals: App.Locals, report: PublicReport) {
  const { directory, locale, words } = locals
  return report.history.map((event) => ({
    id: event.id,
    at: { iso: event.at.toISOString(), text: writeMoment(event.at, locale, directory.tenant.settings.calendar.zone) },
    title: titleOf(locals, event),
    text: event.reply === null ? undefined : withoutPersonal(event.reply, words.templates.neutral),
  }))
}

/** What others wrote of a public report, oldest first. */
export function commentsOf({ directory, locale, words }: App.Locals, { comments }: PublicReport) {
  return comments.map(({ id, at, text }) => ({
    id,
    at: { iso: at.toISOString(), text: writeMoment(at, locale, directory.tenant.settings.calendar.zone) },
    title: words.publicPages.page.comment,
    text,
  }))
}

function titleOf({ directory, locale, words }: App.Locals, { kind, office, plannedFor, reason }: PublicEvent): string {
  const { events } = words.publicPages.page
  const owner = office === null ? undefined : directory.offices.get(office)
  if (kind === 'taken_in_charge' && owner) return fill(events.taken_in_charge_by, { office: inLocale(owner.name, locale) })
  if (kind === 'planned' && plannedFor !== null) return fill(events.planned_for, { date: writeCivilDate(plannedFor, locale) })
  if (kind === 'declined' && reason !== null) {
    return fill(events.declined_because, { reason: words.reports.declineReason[reason] })
  }
  return events[kind]
}

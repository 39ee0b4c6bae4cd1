import { inLocale } from '#domain/shared/words.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeDay, writeTime } from '#lib/messages/dates.ts'
import { type PlacedBooking, pathOf } from '../booking.server.ts'
import { describeCalendar } from '../show-offices.server.ts'

type Block = { readonly title: string; readonly edit: string; readonly rows: readonly SummaryRow[] }

/** The whole of what is about to be booked, block by block, each with the way back to its step. */
export function showSummary(locals: App.Locals, { draft, calendar }: PlacedBooking) {
  const { booking, wizard } = locals.words
  const { warningTitle, warning, terms, termsLink } = wizard.summary
  return {
    key: draft.id,
    words: { warningTitle, warning, terms, termsLink },
    blocks: [
      { title: booking.summary.place, edit: pathOf('place'), rows: placeRows(locals, calendar) },
      { title: booking.summary.time, edit: pathOf('time'), rows: timeRows(locals, draft.content.from) },
      { title: booking.steps[2] ?? '', edit: pathOf('details'), rows: detailRows(locals, { draft, calendar }) },
      { title: booking.applicant.title, edit: pathOf('applicant'), rows: applicantRows(locals, draft) },
    ] satisfies readonly Block[],
  }
}

function placeRows(locals: App.Locals, calendar: PlacedBooking['calendar']): readonly SummaryRow[] {
  const { directory, locale, words } = locals
  const { summary } = words.booking
  const office = directory.offices.get(calendar.office)
  return [
    { label: summary.officeType, value: office ? inLocale(office.name, locale) : '' },
    { label: summary.desk, value: inLocale(calendar.title, locale) },
    { label: summary.address, value: describeCalendar(locals, calendar).address },
  ]
}

function timeRows({ directory, locale, words }: App.Locals, chosen: string | null): readonly SummaryRow[] {
  const { summary } = words.booking
  const { zone } = directory.tenant.settings.calendar
  const from = new Date(chosen ?? 0)
  return [
    { label: summary.date, value: writeDay(from, locale, zone) },
    { label: summary.hour, value: writeTime(from, locale, zone) },
  ]
}

function detailRows(
  { words, locale }: App.Locals,
  { draft, calendar }: Pick<PlacedBooking, 'draft' | 'calendar'>,
): readonly SummaryRow[] {
  const { details } = words.booking
  const reason = calendar.reasons.find(({ code }) => code === draft.content.reason)
  return [
    { label: details.reason, value: reason ? inLocale(reason.name, locale) : '' },
    { label: details.details, value: draft.content.details.trim() },
  ]
}

function applicantRows({ words }: App.Locals, { content }: PlacedBooking['draft']): readonly SummaryRow[] {
  const { applicant } = words.booking
  return [
    { label: applicant.firstName, value: content.firstName.trim() },
    { label: applicant.lastName, value: content.lastName.trim() },
    { label: applicant.email, value: content.email.trim() },
  ]
}

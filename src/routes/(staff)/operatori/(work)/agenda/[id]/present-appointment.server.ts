import type { Appointment } from '#domain/appointments/appointment.ts'
import { isStillSo, isTold } from '#domain/appointments/appointment-event.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { isUnderWay } from '#domain/conversations/mail-state.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { writeDay, writeMoment, writeTime } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { AppointmentEvent } from '#server/storage/appointments/events.ts'
import { reasonOf } from '../present-agenda.server.ts'

/** What is known of an appointment without knowing whose it is. */
export function presentFacts(appointment: Appointment, calendar: BookingCalendar, locals: App.Locals): readonly SummaryRow[] {
  const { words, locale, directory } = locals
  const { one, state, seatOf, span } = words.agenda
  const { zone } = directory.tenant.settings.calendar
  const { from, to, seat, moves, details, channel } = appointment
  const hours = fill(span, { from: writeTime(from, locale, zone), to: writeTime(to, locale, zone) })
  const rows = [
    { label: one.when, value: [`${writeDay(from, locale, zone)}, ${hours}`, fill(seatOf, { n: seat })] },
    { label: one.calendar, value: inLocale(calendar.title, locale) },
    { label: one.reason, value: reasonOf(appointment, { calendar }, locals) },
    { label: one.state, value: [state[appointment.state], ...(moves > 0 ? [count(locale, one.moves, moves)] : [])] },
    { label: one.channel, value: one.channels[channel] },
    { label: one.details, value: details },
  ]
  return rows.filter(({ value }) => value !== '')
}

/** What happened, who did it, and how it stands with the letter that told of it; the newest first. */
export function presentHistory(events: readonly AppointmentEvent[], appointment: Appointment, locals: App.Locals) {
  return events.map((event) => presentEvent(event, appointment, locals)).toReversed()
}

function presentEvent(event: AppointmentEvent, appointment: Appointment, locals: App.Locals) {
  const { words, locale, directory, installation } = locals
  const { one } = words.agenda
  const { zone } = directory.tenant.settings.calendar
  const moment = (instant: Date) => writeMoment(instant, locale, zone)
  const { kind, mail, mailError } = event
  const isWaiting = mail !== null && isUnderWay({ state: mail, at: event.at, claimedAt: null }, installation.world.now())
  const person = directory.colleagues.find(({ id }) => id === event.account)
  return {
    id: event.id as string,
    at: { iso: event.at.toISOString(), text: moment(event.at) },
    by: event.account === null ? '' : (person?.name ?? words.desk.who.staff),
    title: fill(one.happened[kind], { when: moment(event.from), before: event.before ? moment(event.before) : '' }),
    mail: mail === null ? '' : one.mail[mail],
    failed: mail === 'failed',
    answer: mailError === null ? '' : fill(one.mailError, { error: mailError }),
    mayResend: mail !== null && !isWaiting && isTold(kind) && isStillSo({ kind, from: event.from }, appointment),
  }
}

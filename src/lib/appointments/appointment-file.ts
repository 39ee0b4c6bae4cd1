import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type ShownAppointment, writeCode } from '#domain/appointments/shown-appointment.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'

type Words = Pick<Dictionary, 'appointments'>
type Body = { readonly name: string; readonly email: string }

/** An appointment as an iCalendar file (RFC 5545); cancelled, it takes itself out of the calendar into which it was put. */
export function appointmentFile(appointment: ShownAppointment, body: Body, words: Words): string {
  const { from, to, address, link, state, moves } = appointment
  const cancelled = state === 'cancelled'
  const calendar = ical({
    method: methodOf(appointment),
    prodId: { company: body.name, product: 'Filo Diretto' },
  })
  calendar.createEvent({
    id: `${appointment.id}@${new URL(link).hostname}`,
    // A calendar keeps the version with the highest number.
    sequence: moves + (cancelled ? 1 : 0),
    organizer: body,
    ...inWords(appointment, body, words),
    ...{ url: link, start: from, end: to },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(address && { location: address }),
  })
  return calendar.toString()
}

/** What a calendar is to do with the file; a mail names it beside the file's type too (RFC 6047). */
export function methodOf({ state }: Pick<ShownAppointment, 'state'>): ICalCalendarMethod {
  return state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
}

/** Addresses that put an appointment into calendars on the web; iCloud takes the file. */
export function calendarLinks(
  appointment: ShownAppointment,
  body: Body,
  words: Words,
): { readonly google: string; readonly outlook: string } {
  const { from, to, address } = appointment
  const { summary, description } = inWords(appointment, body, words)
  const location = address ?? ''
  const stamp = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const dates = `${stamp(from)}/${stamp(to)}`
  const google = new URLSearchParams({ action: 'TEMPLATE', text: summary, dates, details: description, location })
  const times = { startdt: from.toISOString(), enddt: to.toISOString() }
  const path = { path: '/calendar/action/compose', rru: 'addevent' }
  const outlook = new URLSearchParams({ ...path, subject: summary, ...times, body: description, location })
  return {
    google: `https://calendar.google.com/calendar/render?${google}`,
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}`,
  }
}

function inWords({ title, code, reason, link }: ShownAppointment, { name }: Body, { appointments: { file } }: Words) {
  return {
    summary: fill(file.summary, { title, body: name }),
    description: fill(file.description, { code: writeCode(code ?? ''), reason, link }),
  }
}

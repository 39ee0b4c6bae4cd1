import type { CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { dayBefore } from '#domain/shared/day-span.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilNumeric } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { SaidValue } from './difference.server.ts'
import { weekInWords } from './weekly-hours.server.ts'

/** A calendar of appointments as its history tells of it. */
export function calendarInWords(setting: CalendarSetting, locals: App.Locals): SaidValue {
  const { words, directory, locale } = locals
  const { calendars } = words
  const office = directory.offices.get(setting.office)
  const date = (iso: string) => writeCivilNumeric(iso, locale)
  return {
    [calendars.name]: setting.title.it,
    [calendars.nameEn]: setting.title.en,
    [calendars.office]: office && inLocale(office.name, locale),
    [calendars.mode]: calendars.modes[setting.mode],
    [calendars.address]: setting.address,
    [calendars.bring]: setting.bring.it,
    [calendars.bringEn]: setting.bring.en,
    [calendars.email]: setting.email,
    [calendars.opening]: weekInWords(setting.opening, locals),
    [calendars.seats]: String(setting.seats),
    [calendars.reasons]: setting.reasons.map(({ name, minutes, buffer }) =>
      fill(calendars.reasonLine, { name: inLocale(name, locale), minutes, buffer }),
    ),
    [calendars.lead]: String(setting.leadHours),
    [calendars.firstDay]: String(setting.firstDay),
    [calendars.lastDay]: String(setting.lastDay),
    [calendars.notice]: String(setting.noticeHours),
    [calendars.closures]: setting.closures.map(({ from, to }) =>
      fill(calendars.closureLine, { from: date(from), to: date(dayBefore(to)) }),
    ),
    [calendars.extra]: setting.extra.map((one) => fill(calendars.extraLine, { ...one, date: date(one.date) })),
    [calendars.columns.state]: setting.active ? calendars.active : calendars.inactive,
  }
}

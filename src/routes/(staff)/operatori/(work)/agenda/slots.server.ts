import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { isCivilDate, startOfDay } from '#domain/shared/day-span.ts'
import type { ShownSlots } from '#lib/components/agenda/shown-slots.ts'
import { writeCivilDate, writeDay, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { offerSlots } from '#server/queries/appointments/offer-slots.ts'

type Asked = { readonly calendar: BookingCalendar; readonly reason: string; readonly day: string }

/** What can be chosen from a day (ISO) on, or from the first slot that is free where none is named. */
export async function presentSlots({ calendar, reason, day }: Asked, locals: App.Locals): Promise<ShownSlots> {
  const { installation, directory, words, locale } = locals
  const { slots } = words.agenda
  const { zone } = directory.tenant.settings.calendar
  const from = isCivilDate(day) && day < '2100' ? startOfDay(day, zone) : null
  const ask = { calendar: calendar.id, reason, from, now: installation.world.now() }
  const found = await installation.world.read(directory.tenant.id, (reader) => offerSlots(reader, directory, ask))
  return {
    day: from ? day : '',
    options: found.map((slot) => ({
      value: slot.from.toISOString(),
      label: fill(slots.line, { day: writeDay(slot.from, locale, zone), time: writeTime(slot.from, locale, zone) }),
    })),
    none: from ? fill(slots.none, { day: writeCivilDate(day, locale) }) : slots.never,
  }
}

/** The instant of the slot that was chosen; null where none was. */
export function readSlot(text: string): Date | null {
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) || instant.toISOString() !== text ? null : instant
}

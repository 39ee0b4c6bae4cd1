import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { monthSpan, monthsOf } from '#domain/appointments/months.ts'
import { bookableSpan, type Slot } from '#domain/appointments/slots.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { ShownDay, ShownSlot, ShownTimes } from '#lib/components/appointments/shown-times.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { count } from '#lib/messages/fill.ts'
import { alternatives, firstFree, freeSlots } from '#server/queries/appointments/free-slots.ts'
import { showSlot } from './say-slot.server.ts'

/** What is asked of a calendar: the times for a reason (by code), in a month (`2026-05`) or in that of the first free one. */
type Asked = { readonly calendar: BookingCalendar; readonly reason: string; readonly month: string | null }

/** The free times of a month by day, the months that can be booked, and the first time that is free at all. */
export async function showFreeTimes(locals: App.Locals, { calendar, reason, month }: Asked): Promise<ShownTimes> {
  const { directory, installation, locale } = locals
  const { world } = installation
  const { zone } = directory.tenant.settings.calendar
  const now = world.now()
  const months = monthsOf(bookableSpan(calendar, zone, now, 'citizen'), zone)
  const found = await world.read(directory.tenant.id, async (reader) => {
    const first = await firstFree(reader, directory, { calendar: calendar.id, reason, now, seeker: 'citizen' })
    const shown = months.find((one) => one === month) ?? (first ? monthOf(first, zone) : months[0])
    if (shown === undefined) return { first, shown: '', slots: [] }
    const asked = { calendars: new Map([[calendar.id, reason]]), ...monthSpan(shown, zone), now, seeker: 'citizen' } as const
    return { first, shown, slots: (await freeSlots(reader, directory, asked)).get(calendar.id) ?? [] }
  })
  const { first, shown, slots } = found
  const label = (one: string) => writeMonth(one, locale)
  return {
    months: months.map((one) => ({ value: one, label: label(one) })),
    month: shown,
    monthLabel: shown ? label(shown) : '',
    days: byDay(locals, slots, zone),
    first: first && { ...showSlot(locals, first.from), month: monthOf(first, zone) },
  }
}

/** The free times nearest to one that is gone. */
export async function showNearest(
  locals: App.Locals,
  { calendar, reason, near }: { readonly calendar: BookingCalendar; readonly reason: string; readonly near: Date },
): Promise<readonly ShownSlot[]> {
  const { directory, installation } = locals
  const { world } = installation
  const asked = { calendar: calendar.id, reason, near, now: world.now(), seeker: 'citizen' } as const
  const found = await world.read(directory.tenant.id, (reader) => alternatives(reader, directory, asked))
  return found.map(({ from }) => showSlot(locals, from))
}

function byDay(locals: App.Locals, slots: readonly Slot[], zone: string): readonly ShownDay[] {
  const { locale, words } = locals
  return [...Map.groupBy(slots, ({ from }) => civilDate(from, zone))].map(([date, found]) => ({
    date,
    label: found[0] ? writeDay(found[0].from, locale, zone) : '',
    free: count(locale, words.booking.time.free, found.length),
    slots: found.map(({ from }) => showSlot(locals, from)),
  }))
}

function monthOf({ from }: Slot, zone: string): string {
  return civilDate(from, zone).slice(0, 7)
}

function writeMonth(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T12:00:00Z`))
}

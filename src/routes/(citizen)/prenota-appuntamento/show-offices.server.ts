import { type BookingCalendar, reasonsFor } from '#domain/appointments/booking-calendar.ts'
import type { Office } from '#domain/offices/office.ts'
import { inLocale } from '#domain/shared/words.ts'
import { firstFree } from '#server/queries/appointments/free-slots.ts'
import type { Booking } from './booking.server.ts'
import { offeredCalendars } from './offered-calendars.server.ts'
import { sayOpening } from './say-opening.ts'
import { saySlot } from './say-slot.server.ts'

type Asked = { readonly service: string | null; readonly office: string | null; readonly booking: Booking | null }

/** The offices that can be chosen, and the calendars of the one that is: named in the address, chosen before, or the only one. */
export async function showOffices(locals: App.Locals, { service, office: code, booking }: Asked) {
  const { directory, locale } = locals
  const offered = offeredCalendars(directory, service)
  const offices = officesOf(locals, offered)
  const before = offered.find(({ id }) => id === booking?.draft.content.calendar)
  const chosen =
    offices.find((office) => office.code === code) ??
    (code === null ? offices.find(({ id }) => id === before?.office) : undefined) ??
    (offices.length === 1 ? offices[0] : undefined)
  const own = offered.filter(({ office }) => office === chosen?.id)
  return {
    service,
    offices: offices.map((one) => ({ value: one.code, label: inLocale(one.name, locale) })),
    office: chosen?.code ?? '',
    calendars: await Promise.all(own.map((calendar) => showCard(locals, calendar, service))),
    chosen: (own.find((calendar) => calendar === before) ?? (own.length === 1 ? own[0] : undefined))?.id,
  }
}

function officesOf({ directory, locale }: App.Locals, calendars: readonly BookingCalendar[]): readonly Office[] {
  const ids = new Set(calendars.map(({ office }) => office))
  const name = (office: Office) => inLocale(office.name, locale)
  return [...directory.offices.values()]
    .filter(({ id }) => ids.has(id))
    .toSorted((one, other) => name(one).localeCompare(name(other), locale))
}

async function showCard(locals: App.Locals, calendar: BookingCalendar, service: string | null) {
  const { directory, installation, locale } = locals
  const { world } = installation
  const [reason] = reasonsFor(calendar, service)
  const first =
    reason &&
    (await world.read(directory.tenant.id, (reader) =>
      firstFree(reader, directory, { calendar: calendar.id, reason: reason.code, now: world.now(), seeker: 'citizen' }),
    ))
  return {
    id: calendar.id,
    title: inLocale(calendar.title, locale),
    ...describeCalendar(locals, calendar),
    first: first ? saySlot(locals, first.from) : locals.words.booking.time.none,
  }
}

/** Where a calendar receives and when it is open, as its card says it. */
export function describeCalendar({ directory, words }: App.Locals, { office, address, mode, opening }: BookingCalendar) {
  const { place } = words.booking
  const where = address ?? directory.offices.get(office)?.address ?? null
  return {
    address: mode === 'online' ? place.online : (where ?? place.noAddress),
    opening: sayOpening(opening, words.routing.weekdays, place.span),
  }
}

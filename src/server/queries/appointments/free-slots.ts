import type { BookingCalendar, CalendarId, Reason } from '#domain/appointments/booking-calendar.ts'
import { bookableSpan, firstSlot, type Seeker, type Slot, slotsOf, type Taken } from '#domain/appointments/slots.ts'
import { takenIn } from '#server/storage/appointments/taken.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'

/** What people look for: for which reason in which calendars, from when until when. */
export type FreeSlots = {
  /** Each calendar with the reason (by code) for which a slot is looked for there. */
  readonly calendars: ReadonlyMap<CalendarId, string>
  readonly from: Date
  readonly to: Date
  readonly now: Date
  readonly seeker: Seeker
}

/** The slots that are free, calendar by calendar, in order; none of a calendar or reason that there is not. */
export async function freeSlots(
  reader: Reader,
  directory: Directory,
  { calendars, ...asked }: FreeSlots,
): Promise<ReadonlyMap<CalendarId, readonly Slot[]>> {
  const known = [...calendars].flatMap(([id, reason]) => find(directory, id, reason) ?? [])
  const taken = await takenIn(reader, { ...asked, calendars: known.map(({ calendar }) => calendar.id) })
  const body = directory.tenant.settings.calendar
  return new Map(known.map((one) => [one.calendar.id, slotsOf({ ...one, ...asked, body }, taken.get(one.calendar.id) ?? [])]))
}

/** One calendar and one reason (by code). */
type Asked = { readonly calendar: CalendarId; readonly reason: string; readonly now: Date; readonly seeker: Seeker }

/** The first slot that is free, as far ahead as can be booked; none where all are taken. */
export async function firstFree(reader: Reader, directory: Directory, asked: Asked): Promise<Slot | null> {
  const found = await allTaken(reader, directory, asked)
  return found && firstSlot(found.search, found.taken)
}

const fewAlternatives = 4

/** The free slots nearest to one that went to somebody else, in order of time; what is not taken yet but will be lies besides. */
export async function alternatives(
  reader: Reader,
  directory: Directory,
  { near, besides = [], ...asked }: Asked & { readonly near: Date; readonly besides?: readonly Taken[] },
): Promise<readonly Slot[]> {
  const found = await allTaken(reader, directory, asked)
  if (!found) return []
  const distance = ({ from }: Slot) => Math.abs(from.getTime() - near.getTime())
  return slotsOf(found.search, [...found.taken, ...besides])
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, fewAlternatives)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime())
}

async function allTaken(reader: Reader, directory: Directory, { calendar: id, reason: code, now, seeker }: Asked) {
  const known = find(directory, id, code)
  if (!known) return null
  const body = directory.tenant.settings.calendar
  const span = bookableSpan(known.calendar, body.zone, now, seeker)
  const taken: readonly Taken[] = (await takenIn(reader, { calendars: [id], ...span, now })).get(id) ?? []
  return { search: { ...known, ...span, body, now, seeker }, taken }
}

function find(
  { calendars }: Directory,
  id: CalendarId,
  code: string,
): { readonly calendar: BookingCalendar; readonly reason: Reason } | null {
  const calendar = calendars.get(id)
  const reason = calendar?.reasons.find((one) => one.code === code)
  return calendar && reason ? { calendar, reason } : null
}

import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Slot } from '#domain/appointments/slots.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { firstFree, freeSlots } from './free-slots.ts'

/** For what staff look for a slot, and from when on; the first one that is free where nobody says. */
export type OfferSlots = {
  readonly calendar: CalendarId
  readonly reason: string
  readonly from: Date | null
  readonly now: Date
}

const few = 12
/** How far after the day that was asked for slots are looked for: four weeks. */
const reach = 28 * 86_400_000

/** The first slots that staff may give somebody, in order. */
export async function offerSlots(
  reader: Reader,
  directory: Directory,
  { calendar, reason, from, now }: OfferSlots,
): Promise<readonly Slot[]> {
  const first = from ?? (await firstFree(reader, directory, { calendar, reason, now, seeker: 'staff' }))?.from
  if (!first) return []
  const span = { from: first, to: new Date(first.getTime() + reach) }
  const found = await freeSlots(reader, directory, { calendars: new Map([[calendar, reason]]), ...span, now, seeker: 'staff' })
  return found.get(calendar)?.slice(0, few) ?? []
}

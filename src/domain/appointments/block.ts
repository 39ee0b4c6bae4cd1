import type { Actor } from '../people/actor.ts'
import type { Id } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { mayServe } from './appointment.ts'
import type { BookingCalendar, CalendarId } from './booking-calendar.ts'

export type BlockId = Id<'booking-block'>

/** Hours in which one seat, or every seat where none is named, receives nobody. */
export type Block = {
  readonly id: BlockId
  readonly calendar: CalendarId
  readonly seat: number | null
  readonly from: Date
  readonly to: Date
  readonly note: string
}

export type BlockRefusal = 'not_yours' | 'seat_unknown' | 'span_wrong' | 'note_too_long'

const longest = 92 * 86_400_000
const noteLength = 200

/** Hours are blocked by who serves the office: a seat that there is, a span that ends after it begins and is not over, three months at most. */
export function checkBlock(
  block: Omit<Block, 'id' | 'calendar'>,
  { office, seats }: Pick<BookingCalendar, 'office' | 'seats'>,
  by: Actor,
  now: Date,
): Result<null, BlockRefusal> {
  const { seat, from, to, note } = block
  if (!mayServe(by, office)) return refuse('not_yours')
  if (seat !== null && !(Number.isInteger(seat) && seat >= 1 && seat <= seats)) return refuse('seat_unknown')
  const length = to.getTime() - from.getTime()
  if (!(length > 0 && length <= longest) || to <= now) return refuse('span_wrong')
  return note.length > noteLength ? refuse('note_too_long') : done(null)
}

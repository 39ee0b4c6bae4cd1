import { sql } from 'kysely'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Taken } from '#domain/appointments/slots.ts'
import type { Reader } from '../database.ts'
import { listBlocks } from './blocks.ts'

/** Where and when is asked; an appointment's own seat does not stand in its way. */
export type TakenIn = {
  readonly calendars: readonly CalendarId[]
  readonly from: Date
  readonly to: Date
  readonly now: Date
  readonly but?: AppointmentId | null
}

/** No appointment takes a seat longer, in milliseconds: so far back one may have begun. */
const longest = 12 * 3_600_000

/** What takes the seats of some calendars in `[from, to)`: appointments, seats that are held, and blocked hours. */
export async function takenIn(reader: Reader, asked: TakenIn): Promise<ReadonlyMap<CalendarId, readonly Taken[]>> {
  if (asked.calendars.length === 0) return new Map()
  const rows = [...(await seatsTaken(reader, asked)), ...(await listBlocks(reader, asked))]
  return Map.groupBy(rows, ({ calendar }) => calendar)
}

type SeatTaken = Taken & { readonly calendar: CalendarId }

async function seatsTaken(
  { db, tenant }: Reader,
  { calendars, from, to, now, but = null }: TakenIn,
): Promise<readonly SeatTaken[]> {
  const { rows } = await sql<{ calendar: CalendarId; seat: number; from: number; to: number }>`
    select calendar_id as calendar, seat,
      extract(epoch from starts_at)::float8 * 1000 as "from", extract(epoch from seat_until)::float8 * 1000 as "to"
    from appointment
    where tenant_id = ${tenant} and calendar_id = any(${calendars}::uuid[])
      and starts_at >= ${new Date(from.getTime() - longest)} and starts_at < ${to} and seat_until > ${from}
      and state <> 'cancelled' and (state <> 'held' or waiting_id is not null or hold_until > ${now})
      and id is distinct from ${but}`.execute(db)
  return rows.map(({ calendar, seat, ...span }) => ({ calendar, seat, from: new Date(span.from), to: new Date(span.to) }))
}

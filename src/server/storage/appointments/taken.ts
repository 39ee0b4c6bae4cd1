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
  const blocks = Map.groupBy(await listBlocks(reader, asked), ({ calendar }) => calendar)
  const seats = new Map((await seatsTaken(reader, asked)).map(({ calendar, spans }) => [calendar, asTaken(spans)]))
  return new Map(asked.calendars.map((id) => [id, [...(seats.get(id) ?? []), ...(blocks.get(id) ?? [])]]))
}

/** Seat, begin and end, the two in seconds since 1970, over and over. One row a calendar: a month of many has thousands of appointments, and rows and dates cost more than the search for them. */
async function seatsTaken(
  { db, tenant }: Reader,
  { calendars, from, to, now, but = null }: TakenIn,
): Promise<readonly { readonly calendar: CalendarId; readonly spans: string }[]> {
  const { rows } = await sql<{ calendar: CalendarId; spans: string }>`
    select calendar_id as calendar, string_agg(
      seat::text || ' ' || date_part('epoch', starts_at)::bigint::text || ' ' || date_part('epoch', seat_until)::bigint::text, ' '
    ) as spans
    from appointment
    where tenant_id = ${tenant} and calendar_id = any(${calendars}::uuid[])
      and starts_at >= ${new Date(from.getTime() - longest)} and starts_at < ${to} and seat_until > ${from}
      and state <> 'cancelled' and (state <> 'held' or waiting_id is not null or hold_until > ${now})
      and (${but}::uuid is null or id <> ${but})
    group by calendar_id`.execute(db)
  return rows
}

function asTaken(text: string): readonly Taken[] {
  const numbers = text.split(' ').map(Number)
  return Array.from({ length: numbers.length / 3 }, (_, n) => {
    const [seat = 0, from = 0, to = 0] = numbers.slice(n * 3, n * 3 + 3)
    return { seat, from: new Date(from * 1000), to: new Date(to * 1000) }
  })
}

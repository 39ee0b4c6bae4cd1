import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { seatTime } from '#domain/appointments/booking-calendar.ts'
import { slotsOf } from '#domain/appointments/slots.ts'
import type { WorkingCalendar } from '#domain/clocks/working-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'

const day = 86_400_000
/** Bookings lie so far back and ahead, as at the end of a year's work. */
const span = { back: 275, ahead: 90 } as const
const batch = 5000

type Filling = {
  readonly tenant: TenantId
  readonly body: WorkingCalendar
  readonly calendars: readonly BookingCalendar[]
  readonly bookings: number
  readonly now: Date
}

/** Books slots that there are, spread over a year, the same number in each calendar, seats one after the other. */
export async function fillAppointments(url: string, { tenant, body, calendars, bookings, now }: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`begin; set local app.tenant = '${tenant}'`)
  const rows = calendars.flatMap((calendar) => bookingsOf(calendar, body, Math.ceil(bookings / calendars.length), now))
  for (let at = 0; at < rows.length; at += batch) {
    await client.query(
      `insert into appointment (tenant_id, id, key, calendar_id, reason, seat, starts_at, ends_at, seat_until, state, code, channel, booked_at)
       select $1, id, id, calendar, reason, seat, "from", "to", until, 'booked', code, 'web', $2
       from json_to_recordset($3) as row (id uuid, calendar uuid, reason text, seat int, "from" timestamptz, "to" timestamptz, until timestamptz, code text)`,
      [tenant, now, JSON.stringify(rows.slice(at, at + batch))],
    )
  }
  await client.query('commit')
  await client.query('vacuum analyze appointment')
  await client.end()
}

function bookingsOf(calendar: BookingCalendar, body: WorkingCalendar, wanted: number, now: Date) {
  const [reason] = calendar.reasons
  if (!reason) throw new Error('a calendar without reasons')
  const [from, to] = [new Date(now.getTime() - span.back * day), new Date(now.getTime() + span.ahead * day)]
  const open = { ...calendar, lastDay: span.back + span.ahead }
  const slots = slotsOf({ calendar: open, body, reason, from, to, now: from, seeker: 'citizen' }, [])
  const places = slots.flatMap((slot) => Array.from({ length: calendar.seats }, (_, n) => ({ ...slot, seat: n + 1 })))
  const step = places.length / wanted
  if (step < 1) throw new Error('more bookings than there are slots')
  return Array.from({ length: wanted }, (_, n) => {
    const id = randomUUID()
    const { from: start, to: end, seat } = places[Math.floor(n * step)] ?? { from, to, seat: 1 }
    const until = new Date(start.getTime() + seatTime(reason))
    return { id, calendar: calendar.id, reason: reason.code, seat, from: start, to: end, until, code: id.slice(0, 13) }
  })
}

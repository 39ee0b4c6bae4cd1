import { sql } from 'kysely'
import type { Appointment } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { isMeant } from '../author-search.ts'
import type { Reader } from '../database.ts'
import { selectAppointments, toAppointment } from './appointments.ts'

export type FindByGuest = {
  readonly calendars: readonly CalendarId[]
  readonly text: string
  readonly from: Date
  readonly now: Date
  readonly limit: number
}

/** The appointments of somebody by address, telephone number or how their family name begins, cancelled ones too; the nearest to now first. */
export async function findByGuest(
  reader: Reader,
  { calendars, text, from, now, limit }: FindByGuest,
): Promise<readonly Appointment[]> {
  if (calendars.length === 0) return []
  const rows = await selectAppointments(reader)
    .innerJoin('author', (join) =>
      join.onRef('author.tenant_id', '=', 'appointment.tenant_id').onRef('author.id', '=', 'appointment.author_id'),
    )
    .where('author.tenant_id', '=', reader.tenant)
    .where(isMeant(text))
    .where('appointment.calendar_id', 'in', calendars)
    .where('appointment.starts_at', '>=', from)
    .where('appointment.booked_at', 'is not', null)
    .orderBy(sql`greatest(appointment.starts_at - ${now}::timestamptz, ${now}::timestamptz - appointment.starts_at)`)
    .limit(limit)
    .execute()
  return rows.map(toAppointment)
}

import { sql } from 'kysely'
import type { Appointment, WaitingId } from '#domain/appointments/appointment.ts'
import type { Block } from '#domain/appointments/block.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { WaitingState } from '#domain/appointments/waiting.ts'
import { listAppointments } from '#server/storage/appointments/appointments.ts'
import { listBlocks } from '#server/storage/appointments/blocks.ts'
import type { Reader } from '#server/storage/database.ts'

/** How many came, and how many did not, of those whose appointments begin in a span. */
type AgendaFigures = {
  readonly booked: number
  readonly done: number
  readonly no_show: number
  readonly cancelled: number
}

/** Somebody's place in the line: who it is is not read. */
type PlaceInLine = {
  readonly id: WaitingId
  readonly reason: string
  readonly firstDay: string
  readonly lastDay: string
  readonly state: WaitingState
  readonly at: Date
}

export type Agenda = {
  readonly appointments: readonly Appointment[]
  readonly blocks: readonly Block[]
  readonly figures: AgendaFigures
  readonly line: readonly PlaceInLine[]
}

type Span = { readonly from: Date; readonly to: Date }

/** What staff see of a calendar: its appointments and blocked hours in a span, the figures of the week, and who waits. */
export async function readAgenda(
  reader: Reader,
  calendar: CalendarId,
  { span, week }: { readonly span: Span; readonly week: Span },
): Promise<Agenda> {
  const calendars = [calendar]
  return {
    appointments: await listAppointments(reader, { calendars, ...span }),
    blocks: await listBlocks(reader, { calendars, ...span }),
    figures: await countVisits(reader, calendar, week),
    line: await listPlaces(reader, calendar),
  }
}

async function countVisits({ db, tenant }: Reader, calendar: CalendarId, { from, to }: Span): Promise<AgendaFigures> {
  const { rows } = await sql<AgendaFigures>`
    select count(*) filter (where state <> 'cancelled')::int as booked,
      count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'no_show')::int as no_show,
      count(*) filter (where state = 'cancelled')::int as cancelled
    from appointment
    where tenant_id = ${tenant} and calendar_id = ${calendar}
      and starts_at >= ${from} and starts_at < ${to} and booked_at is not null`.execute(db)
  const [figures] = rows
  if (!figures) throw new Error('a count gives a row')
  return figures
}

async function listPlaces({ db, tenant }: Reader, calendar: CalendarId): Promise<readonly PlaceInLine[]> {
  const rows = await db
    .selectFrom('appointment_waiting')
    .where('appointment_waiting.tenant_id', '=', tenant)
    .where('appointment_waiting.calendar_id', '=', calendar)
    .where('appointment_waiting.state', 'in', ['waiting', 'offered'])
    .select(['id', 'reason', 'first_day', 'last_day', 'state', 'at'])
    .orderBy('appointment_waiting.id')
    .execute()
  return rows.map(({ first_day, last_day, ...row }) => ({ ...row, firstDay: first_day, lastDay: last_day }))
}

import type { Appointment, WaitingId } from '#domain/appointments/appointment.ts'
import type { Block } from '#domain/appointments/block.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { WaitingState } from '#domain/appointments/waiting.ts'
import type { MailState } from '#domain/conversations/mail-state.ts'
import { listAppointments } from '#server/storage/appointments/appointments.ts'
import { listBlocks } from '#server/storage/appointments/blocks.ts'
import type { Reader } from '#server/storage/database.ts'

/** Somebody's place in the line: who it is is not read. */
type PlaceInLine = {
  readonly id: WaitingId
  readonly reason: string
  readonly firstDay: string
  readonly lastDay: string
  readonly state: WaitingState
  readonly at: Date
  /** What became of the letter that says so. */
  readonly mail: MailState
}

export type Agenda = {
  readonly appointments: readonly Appointment[]
  readonly blocks: readonly Block[]
  readonly line: readonly PlaceInLine[]
}

type Span = { readonly from: Date; readonly to: Date }

/** What staff see of a calendar: its appointments and blocked hours in a span, and who waits. */
export async function readAgenda(reader: Reader, calendar: CalendarId, span: Span): Promise<Agenda> {
  const calendars = [calendar]
  return {
    appointments: await listAppointments(reader, { calendars, ...span }),
    blocks: await listBlocks(reader, { calendars, ...span }),
    line: await listPlaces(reader, calendar),
  }
}

async function listPlaces({ db, tenant }: Reader, calendar: CalendarId): Promise<readonly PlaceInLine[]> {
  const rows = await db
    .selectFrom('appointment_waiting')
    .where('appointment_waiting.tenant_id', '=', tenant)
    .where('appointment_waiting.calendar_id', '=', calendar)
    .where('appointment_waiting.state', 'in', ['waiting', 'offered'])
    .select(['id', 'reason', 'first_day', 'last_day', 'state', 'at', 'mail'])
    .orderBy('appointment_waiting.id')
    .execute()
  return rows.map(({ first_day, last_day, ...row }) => ({ ...row, firstDay: first_day, lastDay: last_day }))
}

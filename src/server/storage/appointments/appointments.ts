import { sql } from 'kysely'
import type { Appointment, AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { isAuthorWith } from '../authors.ts'
import type { Reader, Tx } from '../database.ts'

const columns = [
  'appointment.id',
  'appointment.key',
  'appointment.calendar_id',
  'appointment.reason',
  'appointment.seat',
  'appointment.starts_at',
  'appointment.ends_at',
  'appointment.seat_until',
  'appointment.state',
  'appointment.code',
  'appointment.hold_until',
  'appointment.extensions',
  'appointment.author_id',
  'appointment.details',
  'appointment.channel',
  'appointment.waiting_id',
  'appointment.disrupted_at',
  'appointment.moves',
  'appointment.booked_at',
] as const

/** One appointment, held and cancelled ones too. */
export async function readAppointment(reader: Reader, id: AppointmentId): Promise<Appointment | null> {
  const row = await selectAppointments(reader).where('appointment.id', '=', id).executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** The appointment that a client's key stands for. */
export async function findAppointmentByKey(reader: Reader, key: string): Promise<Appointment | null> {
  const row = await selectAppointments(reader).where('appointment.key', '=', key).executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** The appointment whose code somebody shows, however they write it. */
export async function findAppointmentByCode(reader: Reader, code: string): Promise<Appointment | null> {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const row = await selectAppointments(reader).where('appointment.code', '=', plain).executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** Where a list of one's own appointments goes on. */
export type AppointmentMark = { readonly from: Date; readonly id: AppointmentId }

type Own = { readonly email: string; readonly now: Date; readonly size: number }

/** What somebody still has to come to, or is offered, under a mail address, the next first. */
export async function listComingAppointments(reader: Reader, own: Own): Promise<readonly Appointment[]> {
  const rows = await selectOwn(reader, own)
    .where(isComing(own.now))
    .orderBy('appointment.starts_at')
    .orderBy('appointment.id')
    .limit(own.size)
    .execute()
  return rows.map(toAppointment)
}

/** What is over or cancelled of it, the latest first, from behind a mark on. */
export async function listPastAppointments(
  reader: Reader,
  { behind, ...own }: Own & { readonly behind: AppointmentMark | null },
): Promise<readonly Appointment[]> {
  const rows = await selectOwn(reader, own)
    .where('appointment.state', '<>', 'held')
    .where(sql<boolean>`not ${isComing(own.now)}`)
    .$if(behind !== null, (query) =>
      query.where(sql<boolean>`(appointment.starts_at, appointment.id) < (${behind?.from}, ${behind?.id})`),
    )
    .orderBy('appointment.starts_at', 'desc')
    .orderBy('appointment.id', 'desc')
    .limit(own.size)
    .execute()
  return rows.map(toAppointment)
}

function selectOwn(reader: Reader, { email }: Pick<Own, 'email'>) {
  return selectAppointments(reader).where(isAuthorWith(reader, 'appointment.author_id', email))
}

function isComing(now: Date) {
  return sql<boolean>`(appointment.state in ('held', 'booked', 'checked_in') and appointment.ends_at > ${now}
    and coalesce(appointment.hold_until > ${now}, true))`
}

/** The appointments of some calendars that begin in `[from, to)`, in order; held and cancelled ones too. */
export async function listAppointments(
  reader: Reader,
  { calendars, from, to }: { readonly calendars: readonly CalendarId[]; readonly from: Date; readonly to: Date },
): Promise<readonly Appointment[]> {
  if (calendars.length === 0) return []
  const rows = await selectAppointments(reader)
    .where('appointment.calendar_id', 'in', calendars)
    .where('appointment.starts_at', '>=', from)
    .where('appointment.starts_at', '<', to)
    .orderBy('appointment.starts_at')
    .orderBy('appointment.seat')
    .execute()
  return rows.map(toAppointment)
}

/** Writes an appointment whole, new or changed; a seat that is somebody else's breaks here. */
export async function saveAppointment(tx: Tx, appointment: Appointment, now: Date): Promise<void> {
  const values = {
    calendar_id: appointment.calendar,
    reason: appointment.reason,
    seat: appointment.seat,
    starts_at: appointment.from,
    ends_at: appointment.to,
    seat_until: appointment.seatUntil,
    state: appointment.state,
    code: appointment.code,
    hold_until: appointment.holdUntil,
    extensions: appointment.extensions,
    author_id: appointment.contact,
    details: appointment.details,
    channel: appointment.channel,
    waiting_id: appointment.waiting,
    disrupted_at: appointment.disrupted ? now : null,
    moves: appointment.moves,
    booked_at: appointment.bookedAt,
  }
  await tx.db
    .insertInto('appointment')
    .values({ tenant_id: tx.tenant, id: appointment.id, key: appointment.key, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

/** What every question about appointments begins with. */
export function selectAppointments({ db, tenant }: Reader) {
  return db.selectFrom('appointment').where('appointment.tenant_id', '=', tenant).select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAppointments>['executeTakeFirstOrThrow']>>

/** An appointment as it lies in its table. */
export function toAppointment(row: Row): Appointment {
  return {
    id: row.id,
    key: row.key,
    calendar: row.calendar_id,
    reason: row.reason,
    seat: row.seat,
    from: row.starts_at,
    to: row.ends_at,
    seatUntil: row.seat_until,
    state: row.state,
    code: row.code,
    holdUntil: row.hold_until,
    extensions: row.extensions,
    contact: row.author_id,
    details: row.details,
    channel: row.channel,
    waiting: row.waiting_id,
    disrupted: row.disrupted_at !== null,
    moves: row.moves,
    bookedAt: row.booked_at,
  }
}

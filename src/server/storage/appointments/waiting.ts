import type { WaitingId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Waiting, WaitingState } from '#domain/appointments/waiting.ts'
import type { Reader, Tx } from '../database.ts'

/** Writes down who waits; the same key twice is one place in the line. */
export async function insertWaiting(tx: Tx, key: string, waiting: Waiting, now: Date): Promise<void> {
  await tx.db
    .insertInto('appointment_waiting')
    .values({
      tenant_id: tx.tenant,
      id: waiting.id,
      key,
      calendar_id: waiting.calendar,
      reason: waiting.reason,
      first_day: waiting.firstDay,
      last_day: waiting.lastDay,
      author_id: waiting.contact,
      state: waiting.state,
      at: now,
    })
    .execute()
}

/** Somebody's place in the line. */
export async function readWaiting(reader: Reader, id: WaitingId): Promise<Waiting | null> {
  const row = await selectWaiting(reader).where('appointment_waiting.id', '=', id).executeTakeFirst()
  return row ? toWaiting(row) : null
}

/** The place in the line that a client's key stands for. */
export async function findWaitingByKey(reader: Reader, key: string): Promise<Waiting | null> {
  const row = await selectWaiting(reader).where('appointment_waiting.key', '=', key).executeTakeFirst()
  return row ? toWaiting(row) : null
}

/** Who waits for a calendar, the longest first, without those to whom the time was offered before. */
export async function listLine(
  reader: Reader,
  { calendar, from, to }: { readonly calendar: CalendarId; readonly from: Date; readonly to: Date },
): Promise<readonly Waiting[]> {
  const rows = await selectWaiting(reader)
    .where('appointment_waiting.calendar_id', '=', calendar)
    .where('appointment_waiting.state', '=', 'waiting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appointment')
            .where('appointment.tenant_id', '=', reader.tenant)
            .whereRef('appointment.waiting_id', '=', 'appointment_waiting.id')
            .where('appointment.starts_at', '<', to)
            .where('appointment.ends_at', '>', from)
            .select('appointment.id'),
        ),
      ),
    )
    .orderBy('appointment_waiting.id')
    .execute()
  return rows.map(toWaiting)
}

/** Writes how it stands with somebody who waits. */
export async function saveWaitingState(tx: Tx, id: WaitingId, state: WaitingState): Promise<void> {
  await tx.db
    .updateTable('appointment_waiting')
    .where('appointment_waiting.tenant_id', '=', tx.tenant)
    .where('appointment_waiting.id', '=', id)
    .set({ state })
    .execute()
}

function selectWaiting({ db, tenant }: Reader) {
  return db
    .selectFrom('appointment_waiting')
    .where('appointment_waiting.tenant_id', '=', tenant)
    .select(['appointment_waiting.id', 'calendar_id', 'reason', 'first_day', 'last_day', 'author_id', 'state'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectWaiting>['executeTakeFirstOrThrow']>>

function toWaiting({ id, calendar_id, reason, first_day, last_day, author_id, state }: Row): Waiting {
  return { id, calendar: calendar_id, reason, firstDay: first_day, lastDay: last_day, contact: author_id, state }
}

import type { Selectable } from 'kysely'
import type { WaitingId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Waiting, WaitingState } from '#domain/appointments/waiting.ts'
import { isHeld, type MailClaim, type MailEnd } from '#domain/conversations/mail-state.ts'
import { isAuthorWith } from '../authors.ts'
import type { Reader, Tx } from '../database.ts'
import type { Tables } from '../tables.ts'

/** Writes down who waits, and asks for the letter that says so; the same key twice is one place in the line. */
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
      mail: 'queued',
      mail_error: null,
      mail_claimed_at: null,
    })
    .execute()
  await tx.later('mail.waiting', { tenant: tx.tenant, waiting: waiting.id })
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

/** Where somebody still waits under a mail address, for days (ISO) that are not over. */
export async function listWaitingOf(reader: Reader, email: string, today: string): Promise<readonly Waiting[]> {
  const rows = await selectWaiting(reader)
    .where(isAuthorWith(reader, 'appointment_waiting.author_id', email))
    .where('appointment_waiting.state', '=', 'waiting')
    .where('appointment_waiting.last_day', '>=', today)
    .orderBy('appointment_waiting.first_day')
    .orderBy('appointment_waiting.id')
    .execute()
  return rows.map(toWaiting)
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
  await updateWaiting(tx, id, { state })
}

/** Takes the letter of whoever joined to send it: it is sent by one process at a time, and once. */
export async function claimWaitingMail(tx: Tx, id: WaitingId, now: Date): Promise<MailClaim> {
  const row = await tx.db
    .selectFrom('appointment_waiting')
    .where('appointment_waiting.tenant_id', '=', tx.tenant)
    .where('appointment_waiting.id', '=', id)
    .select(['appointment_waiting.mail', 'appointment_waiting.mail_claimed_at'])
    .forUpdate()
    .executeTakeFirst()
  if (row?.mail !== 'queued') return 'settled'
  if (isHeld(row.mail_claimed_at, now)) return 'under_way'
  await updateWaiting(tx, id, { mail_claimed_at: now })
  return 'yours'
}

/** Writes how an attempt ended; a letter that waits is tried again. */
export async function settleWaitingMail(tx: Tx, id: WaitingId, { state, error }: MailEnd): Promise<void> {
  await updateWaiting(tx, id, { mail: state, mail_error: error?.slice(0, 1000) ?? null, mail_claimed_at: null })
}

async function updateWaiting(tx: Tx, id: WaitingId, changes: Partial<Selectable<Tables['appointment_waiting']>>): Promise<void> {
  await tx.db
    .updateTable('appointment_waiting')
    .where('appointment_waiting.tenant_id', '=', tx.tenant)
    .where('appointment_waiting.id', '=', id)
    .set(changes)
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

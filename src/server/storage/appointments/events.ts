import type { Appointment, AppointmentActor, AppointmentId } from '#domain/appointments/appointment.ts'
import {
  type AppointmentEventId,
  type AppointmentEventKind,
  isTold,
  type ToldKind,
} from '#domain/appointments/appointment-event.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { isHeld, type MailClaim, type MailEnd, type MailState } from '#domain/conversations/mail-state.ts'
import type { AccountId, Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'

/** Something that happened to an appointment, and how it stands with the letter that tells of it; without a letter, null. */
export type AppointmentEvent = {
  readonly id: AppointmentEventId
  readonly appointment: AppointmentId
  readonly kind: AppointmentEventKind
  readonly at: Date
  /** Who of the staff did it. */
  readonly account: AccountId | null
  /** When the appointment was before it was moved. */
  readonly before: Date | null
  /** When it was or is, as the event has it. */
  readonly from: Date
  readonly mail: MailState | null
  readonly mailError: string | null
}

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

type Happened = {
  /** As it is now. */
  readonly appointment: Appointment
  readonly kind: AppointmentEventKind
  readonly by: AppointmentActor
  readonly before?: Date
}

/** Writes down what happened; where the person is told, the letter is asked for in the same transaction. */
export async function recordAppointment(world: Maker, tx: Tx, { appointment, kind, by, before }: Happened): Promise<void> {
  const id = world.newId<'appointment-event'>()
  const told = isTold(kind) && appointment.contact !== null
  const actor = by.kind === 'staff' ? { kind: 'staff', account: by.account } : { kind: by.kind }
  const detail = { from: appointment.from.toISOString(), ...(before && { before: before.toISOString() }) }
  await tx.db
    .insertInto('appointment_event')
    .values({
      tenant_id: tx.tenant,
      id,
      appointment_id: appointment.id,
      kind,
      at: world.now(),
      actor: JSON.stringify(actor),
      detail: JSON.stringify(detail),
      mail: told ? 'queued' : null,
      mail_error: null,
      mail_claimed_at: null,
    })
    .execute()
  if (told) await tx.later('mail.appointment', { tenant: tx.tenant, appointment: appointment.id, event: id })
}

/** Asks for the letter of an event anew, whatever became of it before. */
export async function askForMailAgain(tx: Tx, { id, appointment }: AppointmentEvent): Promise<void> {
  await updateMail(tx, id, { mail: 'queued', mail_error: null, mail_claimed_at: null })
  await tx.later('mail.appointment', { tenant: tx.tenant, appointment, event: id })
}

/** What happened to an appointment, in order. */
export async function listAppointmentEvents(reader: Reader, appointment: AppointmentId): Promise<readonly AppointmentEvent[]> {
  const rows = await selectEvents(reader)
    .where('appointment_event.appointment_id', '=', appointment)
    .orderBy('appointment_event.id')
    .execute()
  return rows.map(toEvent)
}

/** The appointments of a calendar to which something happened since an instant. */
export async function listTold(
  { db, tenant }: Reader,
  { calendar, kind, since }: { readonly calendar: CalendarId; readonly kind: ToldKind; readonly since: Date },
): Promise<ReadonlySet<AppointmentId>> {
  const rows = await db
    .selectFrom('appointment_event')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'appointment_event.tenant_id')
        .onRef('appointment.id', '=', 'appointment_event.appointment_id'),
    )
    .where('appointment_event.tenant_id', '=', tenant)
    .where('appointment.tenant_id', '=', tenant)
    .where('appointment.calendar_id', '=', calendar)
    .where('appointment_event.kind', '=', kind)
    .where('appointment_event.at', '>=', since)
    .select('appointment.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** One event. */
export async function readAppointmentEvent(reader: Reader, id: AppointmentEventId): Promise<AppointmentEvent | null> {
  const row = await selectEvents(reader).where('appointment_event.id', '=', id).executeTakeFirst()
  return row ? toEvent(row) : null
}

/** Takes the letter of an event to send it: it is sent by one process at a time, and once. */
export async function claimAppointmentMail(tx: Tx, id: AppointmentEventId, now: Date): Promise<MailClaim> {
  const row = await tx.db
    .selectFrom('appointment_event')
    .where('appointment_event.tenant_id', '=', tx.tenant)
    .where('appointment_event.id', '=', id)
    .select(['appointment_event.mail', 'appointment_event.mail_claimed_at'])
    .forUpdate()
    .executeTakeFirst()
  if (row?.mail !== 'queued') return 'settled'
  if (isHeld(row.mail_claimed_at, now)) return 'under_way'
  await updateMail(tx, id, { mail_claimed_at: now })
  return 'yours'
}

/** Writes how an attempt ended; a letter that waits is tried again. */
export async function settleAppointmentMail(tx: Tx, id: AppointmentEventId, outcome: MailEnd): Promise<void> {
  await updateMail(tx, id, { mail: outcome.state, mail_error: outcome.error?.slice(0, 1000) ?? null, mail_claimed_at: null })
}

async function updateMail(
  tx: Tx,
  id: AppointmentEventId,
  changes: { readonly mail?: MailState; readonly mail_error?: string | null; readonly mail_claimed_at: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('appointment_event')
    .where('appointment_event.tenant_id', '=', tx.tenant)
    .where('appointment_event.id', '=', id)
    .set(changes)
    .execute()
}

function selectEvents({ db, tenant }: Reader) {
  return db
    .selectFrom('appointment_event')
    .where('appointment_event.tenant_id', '=', tenant)
    .select(['appointment_event.id', 'appointment_id', 'kind', 'at', 'actor', 'detail', 'mail', 'mail_error'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['executeTakeFirstOrThrow']>>

function toEvent({ appointment_id, actor, detail, mail_error, ...row }: Row): AppointmentEvent {
  return {
    ...row,
    appointment: appointment_id,
    account: actor.account ?? null,
    before: detail.before ? new Date(detail.before) : null,
    from: new Date(detail.from),
    mailError: mail_error,
  }
}

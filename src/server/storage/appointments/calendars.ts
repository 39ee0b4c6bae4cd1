import type { BookingCalendar, CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import type { WorkingCalendar } from '#domain/clocks/working-calendar.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'

const columns = [
  'booking_calendar.id',
  'booking_calendar.office_id',
  'booking_calendar.title',
  'booking_calendar.mode',
  'booking_calendar.address',
  'booking_calendar.bring',
  'booking_calendar.email',
  'booking_calendar.opening',
  'booking_calendar.seats',
  'booking_calendar.reasons',
  'booking_calendar.lead_hours',
  'booking_calendar.first_day',
  'booking_calendar.last_day',
  'booking_calendar.notice_hours',
  'booking_calendar.closures',
  'booking_calendar.extra',
  'booking_calendar.active',
] as const

/** Every calendar of the body, those in which nothing is booked any more too. */
export async function readCalendars(reader: Reader): Promise<readonly BookingCalendar[]> {
  const rows = await selectCalendars(reader).orderBy('booking_calendar.id').execute()
  return rows.map(toCalendar)
}

/** One calendar, as it is now. */
export async function readCalendar(reader: Reader, id: CalendarId): Promise<BookingCalendar | null> {
  const row = await selectCalendars(reader).where('booking_calendar.id', '=', id).executeTakeFirst()
  return row ? toCalendar(row) : null
}

/** What appointments rest on: a calendar, and the body's own, whose zone, holidays and closures hold for all. */
export type BookingRules = { readonly calendar: BookingCalendar; readonly body: WorkingCalendar }

/**
 * Whoever books, moves, cancels or changes the hours of a calendar does so one after the other, on rules that stay until the commit. The
 * body is locked first, as whoever changes settings does: in the other order the two would wait for each other.
 */
export async function lockCalendar(tx: Tx, id: CalendarId): Promise<BookingRules | null> {
  const body = await tx.db
    .selectFrom('tenant')
    .where('tenant.id', '=', tx.tenant)
    .select('tenant.settings')
    .forKeyShare()
    .executeTakeFirst()
  const row = await selectCalendars(tx).where('booking_calendar.id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return body && row ? { calendar: toCalendar(row), body: body.settings.calendar } : null
}

/** Writes a calendar whole, whether it is there already or not. */
export async function saveCalendar(tx: Tx, id: CalendarId, setting: CalendarSetting, feed: FeedId): Promise<void> {
  const values = {
    office_id: setting.office,
    title: JSON.stringify(setting.title),
    mode: setting.mode,
    address: setting.address,
    bring: JSON.stringify(setting.bring),
    email: setting.email,
    opening: JSON.stringify(setting.opening),
    seats: setting.seats,
    reasons: JSON.stringify(setting.reasons),
    lead_hours: setting.leadHours,
    first_day: setting.firstDay,
    last_day: setting.lastDay,
    notice_hours: setting.noticeHours,
    closures: JSON.stringify(setting.closures),
    extra: JSON.stringify(setting.extra),
    active: setting.active,
  }
  await tx.db
    .insertInto('booking_calendar')
    .values({ tenant_id: tx.tenant, id, feed, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export type FeedId = Id<'feed'>

/** What the secret address of a calendar's feed names. */
export async function readFeed({ db, tenant }: Reader, id: CalendarId): Promise<FeedId | null> {
  const row = await db
    .selectFrom('booking_calendar')
    .where('booking_calendar.tenant_id', '=', tenant)
    .where('booking_calendar.id', '=', id)
    .select('booking_calendar.feed')
    .executeTakeFirst()
  return row?.feed ?? null
}

/** Gives a calendar's feed another address. */
export async function saveFeed(tx: Tx, id: CalendarId, feed: FeedId): Promise<void> {
  await tx.db
    .updateTable('booking_calendar')
    .where('booking_calendar.tenant_id', '=', tx.tenant)
    .where('booking_calendar.id', '=', id)
    .set({ feed })
    .execute()
}

/** The calendar that a feed's secret address opens. */
export async function findCalendarOfFeed(reader: Reader, feed: string): Promise<BookingCalendar | null> {
  const row = await selectCalendars(reader)
    .where('booking_calendar.feed', '=', feed as FeedId)
    .executeTakeFirst()
  return row ? toCalendar(row) : null
}

/** Takes a calendar away in which nothing was ever booked. */
export async function deleteCalendar(tx: Tx, id: CalendarId): Promise<void> {
  await tx.db
    .deleteFrom('booking_calendar')
    .where('booking_calendar.tenant_id', '=', tx.tenant)
    .where('booking_calendar.id', '=', id)
    .execute()
}

function selectCalendars({ db, tenant }: Reader) {
  return db.selectFrom('booking_calendar').where('booking_calendar.tenant_id', '=', tenant).select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCalendars>['executeTakeFirstOrThrow']>>

function toCalendar({ office_id, lead_hours, first_day, last_day, notice_hours, ...row }: Row): BookingCalendar {
  return {
    ...row,
    office: office_id,
    leadHours: lead_hours,
    firstDay: first_day,
    lastDay: last_day,
    noticeHours: notice_hours,
  }
}

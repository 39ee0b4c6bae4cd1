import { v7 as uuidv7 } from 'uuid'
import type { CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { checkCalendarSetting } from '#domain/appointments/check-calendar-setting.ts'
import type { Id } from '#domain/shared/id.ts'
import { deleteCalendar, readCalendar, saveCalendar } from '../appointments/calendars.ts'
import type { Reader, Tx } from '../database.ts'
import { readOffices } from '../offices.ts'

/** A calendar of appointments; whoever is booked is looked at after every change. Taking one away that was used breaks, as it should. */
export const bookingCalendarStore = {
  async read(reader: Reader, id: string): Promise<CalendarSetting | null> {
    const found = await readCalendar(reader, id as CalendarId)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: CalendarSetting | null): Promise<void> {
    const calendar = id as CalendarId
    if (value === null) return deleteCalendar(tx, calendar)
    await saveCalendar(tx, calendar, value, uuidv7() as Id<'feed'>)
    await tx.later('appointments.review', { tenant: tx.tenant, calendar })
  },
  async mayReturn(tx: Tx, _: string, value: CalendarSetting | null): Promise<boolean> {
    if (value === null) return false
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    return checkCalendarSetting(value, offices).ok
  },
}

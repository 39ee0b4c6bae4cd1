import { v7 as uuidv7 } from 'uuid'
import { type CalendarId, type CalendarSetting, placeChanges } from '#domain/appointments/booking-calendar.ts'
import { checkCalendarSetting } from '#domain/appointments/check-calendar-setting.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Id } from '#domain/shared/id.ts'
import { deleteCalendar, readCalendar, saveCalendar } from '../appointments/calendars.ts'
import { tellPlaceLater } from '../appointments/change-appointment.ts'
import { whoIsUpset } from '../appointments/review-appointments.ts'
import type { Reader, Tx } from '../database.ts'
import { readOffices } from '../offices.ts'
import { bodyStore } from './body.ts'

/** A calendar of appointments; whoever is booked is looked at after every change, and told of another place. Taking one away that was used breaks, as it should. */
export const bookingCalendarStore = {
  async read(reader: Reader, id: string): Promise<CalendarSetting | null> {
    const found = await readCalendar(reader, id as CalendarId)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: CalendarSetting | null, now: Date): Promise<void> {
    const calendar = id as CalendarId
    if (value === null) return deleteCalendar(tx, calendar)
    const before = await readCalendar(tx, calendar)
    if (before && (await movesElsewhere(tx, before, value))) await tellPlaceLater(tx, calendar, now)
    await saveCalendar(tx, calendar, value, uuidv7() as Id<'feed'>)
    await tx.later('appointments.review', { tenant: tx.tenant, calendar })
  },
  /** Whoever would lose their time by it has to be shown first: on its page. */
  async mayReturn(tx: Tx, id: string, value: CalendarSetting | null, _: Actor, now: Date): Promise<boolean> {
    const body = await bodyStore.read(tx, tx.tenant)
    if (value === null || body === null) return false
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    if (!checkCalendarSetting(value, offices).ok) return false
    const upset = await whoIsUpset(tx, { calendar: { ...value, id: id as CalendarId }, body: body.calendar }, now)
    return upset.length === 0
  },
}

async function movesElsewhere(tx: Tx, before: CalendarSetting, after: CalendarSetting): Promise<boolean> {
  const offices = await readOffices(tx)
  const withOffice = (calendar: CalendarSetting) => ({ calendar, office: offices.find(({ id }) => id === calendar.office) })
  return placeChanges(withOffice(before), withOffice(after))
}

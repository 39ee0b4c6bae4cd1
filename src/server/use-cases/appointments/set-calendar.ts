import type { CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { type CalendarSettingRefusal, checkCalendarSetting } from '#domain/appointments/check-calendar-setting.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { readCalendar } from '#server/storage/appointments/calendars.ts'
import { readOffices } from '#server/storage/offices.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetCalendar = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: CalendarId | null
  readonly setting: CalendarSetting
  readonly seen: number | null
}

export type SetCalendarRefusal = CalendarSettingRefusal | ChangeSettingRefusal | 'no_such_calendar'

/** Makes a calendar of appointments, or changes it whole; whoever is booked and cannot be received as they were is looked at by a job. */
export async function setCalendar(
  world: World,
  tenant: TenantId,
  ask: SetCalendar,
): Promise<Result<CalendarId, SetCalendarRefusal>> {
  const id = ask.id ?? world.newId<'booking-calendar'>()
  return world.transaction(tenant, async (tx): Promise<Result<CalendarId, SetCalendarRefusal>> => {
    await lockBody(tx)
    if (ask.id !== null && !(await readCalendar(tx, ask.id))) return refuse('no_such_calendar')
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const checked = checkCalendarSetting(ask.setting, offices)
    if (!checked.ok) return checked
    const { by, seen } = ask
    const changed = await changeSetting(world, tx, { subject: 'booking_calendar', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}

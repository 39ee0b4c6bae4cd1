import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { BookingCalendar, CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { type CalendarSettingRefusal, checkCalendarSetting } from '#domain/appointments/check-calendar-setting.ts'
import { wereShown } from '#domain/appointments/review.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Refused, type Result, refuse } from '#domain/shared/result.ts'
import { readCalendar } from '#server/storage/appointments/calendars.ts'
import { listReasonsInUse } from '#server/storage/appointments/coming.ts'
import { whoIsUpset } from '#server/storage/appointments/review-appointments.ts'
import type { Tx } from '#server/storage/database.ts'
import { readOffices } from '#server/storage/offices.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetCalendar = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: CalendarId | null
  readonly setting: CalendarSetting
  readonly seen: number | null
  /** Those who would lose their time by it, as far as they were shown; nobody, where it is asked for the first time. */
  readonly shown?: readonly AppointmentId[]
}

export type SetCalendarRefusal =
  | CalendarSettingRefusal
  | ChangeSettingRefusal
  | 'no_such_calendar'
  | 'reason_used'
  | 'people_affected'

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
    const upsets = ask.id === null ? null : await wrongForPeople(tx, { ...ask.setting, id: ask.id }, ask.shown ?? [], world.now())
    if (upsets) return upsets
    const { by, seen } = ask
    const changed = await changeSetting(world, tx, { subject: 'booking_calendar', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}

/** Nobody loses what they come for, and whoever changes hours sees first who cannot be received any more. */
async function wrongForPeople(
  tx: Tx,
  calendar: BookingCalendar,
  shown: readonly AppointmentId[],
  now: Date,
): Promise<Refused<'reason_used' | 'people_affected'> | null> {
  const used = await listReasonsInUse(tx, calendar.id, now)
  if (!used.every((code) => calendar.reasons.some((reason) => reason.code === code))) return refuse('reason_used', 'reasons')
  const body = await bodyStore.read(tx, tx.tenant)
  const people = body ? await whoIsUpset(tx, { calendar, body: body.calendar }, now) : []
  return wereShown(people, shown) ? null : refuse('people_affected', 'accepted')
}

import { checkGuest, type Guest, type GuestRefusal, type WaitingId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { checkDays } from '#domain/appointments/waiting.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { lockCalendar } from '#server/storage/appointments/calendars.ts'
import { findWaitingByKey, insertWaiting } from '#server/storage/appointments/waiting.ts'
import { insertAuthor } from '#server/storage/authors.ts'
import type { World } from '#server/world.ts'

export type JoinWaitingList = {
  readonly key: string
  readonly calendar: CalendarId
  readonly reason: string
  /** ISO, both included. */
  readonly firstDay: string
  readonly lastDay: string
  readonly guest: Guest
}

export type JoinRefusal = GuestRefusal | 'no_such_calendar' | 'no_such_reason' | 'days_wrong'

/** Puts somebody in line for a seat that others give back, once for each key; whoever waits is reached by mail. */
export async function joinWaitingList(
  world: World,
  tenant: TenantId,
  ask: JoinWaitingList,
): Promise<Result<WaitingId, JoinRefusal>> {
  const { key, guest, reason, firstDay, lastDay } = ask
  const [wrong] = checkGuest(guest, '', 'web')
  if (wrong !== undefined) return refuse(wrong)
  return world.transaction(tenant, async (tx): Promise<Result<WaitingId, JoinRefusal>> => {
    const rules = await lockCalendar(tx, ask.calendar)
    if (!rules?.calendar.active) return refuse('no_such_calendar')
    const known = await findWaitingByKey(tx, key)
    if (known) return done(known.id)
    const { calendar, body } = rules
    if (!calendar.reasons.some(({ code }) => code === reason)) return refuse('no_such_reason')
    const days = checkDays({ firstDay, lastDay }, calendar, body.zone, world.now())
    if (!days.ok) return days
    const [id, contact] = [world.newId<'waiting'>(), world.newId<'author'>()]
    await insertAuthor(tx, contact, guest)
    const waiting = { id, calendar: calendar.id, reason, firstDay, lastDay, contact, state: 'waiting' } as const
    await insertWaiting(tx, key, waiting, world.now())
    return done(id)
  })
}

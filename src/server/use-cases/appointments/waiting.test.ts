import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AppointmentId, WaitingId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { listAppointments, readAppointment } from '#server/storage/appointments/appointments.ts'
import { readWaiting } from '#server/storage/appointments/waiting.ts'
import { ada, book, makeCalendar } from '#tests/appointments.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { acceptOffer } from './accept-offer.ts'
import { cancelAppointment } from './cancel-appointment.ts'
import { holdSlot } from './hold-slot.ts'
import { joinWaitingList } from './join-waiting-list.ts'
import { leaveWaitingList } from './leave-waiting-list.ts'
import { moveAppointment } from './move-appointment.ts'

let town: Town
let calendar: CalendarId
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  town.setNow(monday)
  calendar = await makeCalendar(town)
})

const guest = { kind: 'guest' } as const
/** Wednesday at nine in the body's zone, and so many minutes later. */
const wednesday = (minutes = 0) => new Date(Date.parse('2026-05-13T07:00:00Z') + minutes * 60_000)
const read = (id: AppointmentId) => town.world.read(town.tenant, (reader) => readAppointment(reader, id))
const stateOf = async (id: WaitingId) => (await town.world.read(town.tenant, (reader) => readWaiting(reader, id)))?.state
const join = async (more: Partial<Parameters<typeof joinWaitingList>[2]> = {}) => {
  const ask = { key: randomUUID(), calendar, reason: 'card', firstDay: '2026-05-12', lastDay: '2026-05-14', guest: ada, ...more }
  const joined = await joinWaitingList(town.world, town.tenant, ask)
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value
}
const offerTo = async (waiting: WaitingId) => {
  const span = { from: wednesday(-24 * 60), to: wednesday(24 * 60) }
  const all = await town.world.read(town.tenant, (reader) => listAppointments(reader, { calendars: [calendar], ...span }))
  return all.find((one) => one.waiting === waiting && one.state === 'held')?.id
}
const cancel = (appointment: AppointmentId) => cancelAppointment(town.world, town.tenant, { appointment, by: guest })

describe('a seat that is given back', () => {
  test('is held for the first in line before anybody else gets it, and becomes theirs', async () => {
    const id = await book(town, calendar, wednesday())
    const [first, second] = [await join(), await join()]
    expect((await cancel(id)).ok).toBe(true)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['offered', 'waiting'])
    const offer = await offerTo(first)
    if (!offer) throw new Error('no offer')
    // Half a day, and less than half of what is left.
    expect((await read(offer))?.holdUntil).toEqual(new Date(monday.getTime() + 12 * 3_600_000))
    const ask = { key: randomUUID(), calendar, reason: 'card', from: wednesday() }
    expect(await holdSlot(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'slot_taken' })
    const accepted = await acceptOffer(town.world, town.tenant, { appointment: offer })
    expect(accepted).toMatchObject({ ok: true, value: { repeated: false } })
    expect(await acceptOffer(town.world, town.tenant, { appointment: offer })).toMatchObject({
      ok: true,
      value: { repeated: true },
    })
    expect(await read(offer)).toMatchObject({ state: 'booked', from: wednesday(), contact: expect.any(String) })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['booked', 'waiting'])
  })

  test('goes on to the next in line when it is declined, or when its time is over, and never twice to one', async () => {
    const id = await book(town, calendar, wednesday())
    const [first, second] = [await join(), await join()]
    await moveAppointment(town.world, town.tenant, { appointment: id, from: wednesday(60), by: guest })
    const offer = await offerTo(first)
    if (!offer) throw new Error('no offer')
    await cancel(offer)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['waiting', 'offered'])
    expect(await acceptOffer(town.world, town.tenant, { appointment: offer })).toEqual({ ok: false, refusal: 'offer_gone' })
    town.setNow(new Date(monday.getTime() + 13 * 3_600_000))
    await town.installation.handlers['sweep.holds']({})
    expect([await stateOf(first), await stateOf(second)]).toEqual(['waiting', 'waiting'])
    const ask = { key: randomUUID(), calendar, reason: 'card', from: wednesday() }
    expect(await holdSlot(town.world, town.tenant, ask)).toMatchObject({ ok: true })
  })

  test.each([
    ['for other days', { firstDay: '2026-05-14' }],
    ['for more time than that', { reason: 'long' }],
  ])('is not offered to who waits %s', async (_, more) => {
    await book(town, calendar, wednesday(30))
    const id = await book(town, calendar, wednesday())
    const waiting = await join(more)
    await cancel(id)
    expect(await stateOf(waiting)).toBe('waiting')
  })

  test('is not offered to who has left the line', async () => {
    const id = await book(town, calendar, wednesday())
    const waiting = await join()
    expect((await leaveWaitingList(town.world, town.tenant, { waiting })).ok).toBe(true)
    await cancel(id)
    expect(await stateOf(waiting)).toBe('left')
  })
})

test('who leaves while a seat is offered to them gives it to the next, and who has it keeps it', async () => {
  const id = await book(town, calendar, wednesday())
  const [first, second] = [await join(), await join()]
  await cancel(id)
  const leave = (waiting: WaitingId) => leaveWaitingList(town.world, town.tenant, { waiting })
  expect(await leave(first)).toMatchObject({ ok: true })
  expect([await stateOf(first), await stateOf(second)]).toEqual(['left', 'offered'])
  const offer = await offerTo(second)
  if (!offer) throw new Error('no offer')
  await acceptOffer(town.world, town.tenant, { appointment: offer })
  expect(await leave(second)).toMatchObject({ ok: true })
  expect(await stateOf(second)).toBe('booked')
  expect(await read(offer)).toMatchObject({ state: 'booked' })
})

test('the same key joins once, and impossible days are refused', async () => {
  const key = randomUUID()
  expect(await join({ key })).toBe(await join({ key }))
  const ask = { key: randomUUID(), calendar, reason: 'card', firstDay: '2026-05-14', lastDay: '2026-05-12', guest: ada }
  expect(await joinWaitingList(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'days_wrong' })
  const past = { ...ask, firstDay: '2026-05-01', lastDay: '2026-05-02' }
  expect(await joinWaitingList(town.world, town.tenant, past)).toEqual({ ok: false, refusal: 'days_wrong' })
  const unknown = randomUUID() as WaitingId
  expect(await leaveWaitingList(town.world, town.tenant, { waiting: unknown })).toEqual({ ok: false, refusal: 'no_such_waiting' })
})

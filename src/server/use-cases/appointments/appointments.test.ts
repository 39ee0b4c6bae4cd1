import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AppointmentId, detailsLength } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { alternatives, firstFree, freeSlots } from '#server/queries/appointments/free-slots.ts'
import { findAppointmentByCode, listAppointments, readAppointment } from '#server/storage/appointments/appointments.ts'
import { readCalendars } from '#server/storage/appointments/calendars.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { ada, book, makeCalendar, plainBooking } from '#tests/appointments.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { bookAppointment } from './book-appointment.ts'
import { cancelAppointment } from './cancel-appointment.ts'
import { endHolds } from './end-holds.ts'
import { extendHold } from './extend-hold.ts'
import { holdSlot } from './hold-slot.ts'
import { moveAppointment } from './move-appointment.ts'
import { recordVisit } from './record-visit.ts'
import { releaseHold } from './release-hold.ts'

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
/** Tuesday at nine in the body's zone, and so many minutes later. */
const tuesday = (minutes = 0) => new Date(Date.parse('2026-05-12T07:00:00Z') + minutes * 60_000)
const later = (minutes: number) => town.setNow(new Date(town.world.now().getTime() + minutes * 60_000))
const hold = (from: Date, key: string = randomUUID(), reason = 'card') =>
  holdSlot(town.world, town.tenant, { key, calendar, reason, from })
const read = async (id: AppointmentId) => town.world.read(town.tenant, (reader) => readAppointment(reader, id))
const events = async (id: AppointmentId) =>
  (await town.world.read(town.tenant, (reader) => listAppointmentEvents(reader, id))).map(({ kind }) => kind)
const day = { from: new Date('2026-05-11T22:00:00Z'), to: new Date('2026-05-12T22:00:00Z') }
/** The clock goes back for every test: what is kept in memory does not notice. */
const directoryNow = async () => ({
  ...(await town.world.directories.of(town.tenant)),
  calendars: new Map((await town.world.read(town.tenant, readCalendars)).map((one) => [one.id, one])),
})
const free = async () => {
  const directory = await directoryNow()
  const asked = { calendars: new Map([[calendar, 'card']]), ...day, now: town.world.now(), seeker: 'citizen' } as const
  const found = await town.world.read(town.tenant, (reader) => freeSlots(reader, directory, asked))
  return (found.get(calendar) ?? []).map(({ from }) => from.toISOString().slice(11, 16))
}
const refused = (refusal: string) => ({ ok: false, refusal })

describe('a hold', () => {
  test('keeps a slot for ten minutes from everybody else', async () => {
    const held = await hold(tuesday())
    expect(held).toMatchObject({ ok: true, value: { extensionsLeft: 10, until: new Date(monday.getTime() + 600_000) } })
    expect(await free()).toEqual(['07:30', '08:00', '08:30', '09:00', '09:30'])
    expect(await hold(tuesday())).toEqual(refused('slot_taken'))
    later(11)
    expect(await hold(tuesday())).toMatchObject({ ok: true })
  })

  test('goes with whoever chooses another slot, and stays where that one is taken', async () => {
    const key = randomUUID()
    await hold(tuesday(), key)
    await hold(tuesday(60))
    expect(await hold(tuesday(60), key)).toEqual(refused('slot_taken'))
    expect(await hold(tuesday(30), key)).toMatchObject({ ok: true })
    expect(await free()).toEqual(['07:00', '08:30', '09:00', '09:30'])
  })

  test('is made longer ten times, and no longer than that', async () => {
    const key = randomUUID()
    await hold(tuesday(), key)
    for (let left = 9; left >= 0; left--) {
      later(9)
      expect(await extendHold(town.world, town.tenant, { key })).toMatchObject({ ok: true, value: { extensionsLeft: left } })
    }
    expect(await extendHold(town.world, town.tenant, { key })).toEqual(refused('no_more_time'))
    expect(await hold(tuesday())).toEqual(refused('slot_taken'))
  })

  test('is let go, and swept when its time is over', async () => {
    const key = randomUUID()
    await hold(tuesday(), key)
    await releaseHold(town.world, town.tenant, { key })
    expect(await extendHold(town.world, town.tenant, { key })).toEqual(refused('hold_gone'))
    await hold(tuesday())
    later(11)
    await endHolds(town.world, town.tenant, calendar)
    expect(await town.world.read(town.tenant, (reader) => listAppointments(reader, { calendars: [calendar], ...day }))).toEqual(
      [],
    )
  })

  test.each([
    ['no_such_reason', 0, 'other'],
    ['slot_not_offered', 10, 'card'],
    ['slot_not_offered', -24 * 60 * 365, 'card'],
  ] as const)('is refused: %s', async (refusal, minutes, reason) =>
    expect(await hold(tuesday(minutes), randomUUID(), reason)).toEqual(refused(refusal)),
  )
})

describe('booking', () => {
  test('takes the seat that is held, once for each key, and confirms it', async () => {
    const key = randomUUID()
    await hold(tuesday(), key)
    const ask = plainBooking(calendar, tuesday(), { key, details: ' Ho due bambini. ' })
    const booked = await bookAppointment(town.world, town.tenant, ask)
    expect(booked).toMatchObject({ ok: true, value: { repeated: false, code: expect.stringMatching(/^[A-Z2-9]{8}$/) } })
    if (!booked.ok) return
    expect(await bookAppointment(town.world, town.tenant, ask)).toEqual({ ok: true, value: { ...booked.value, repeated: true } })
    expect(await read(booked.value.appointment)).toMatchObject({ state: 'booked', holdUntil: null, details: 'Ho due bambini.' })
    expect(await events(booked.value.appointment)).toEqual(['booked'])
    const { code } = booked.value
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase()
    const found = await town.world.read(town.tenant, (reader) => findAppointmentByCode(reader, typed))
    expect(found?.id).toBe(booked.value.appointment)
  })

  test('works after the hold is over as long as nobody else came, and else offers what is near', async () => {
    const [key, other] = [randomUUID(), randomUUID()]
    await hold(tuesday(), key)
    await hold(tuesday(60), other)
    later(11)
    await endHolds(town.world, town.tenant, calendar)
    await book(town, calendar, tuesday(60))
    expect((await bookAppointment(town.world, town.tenant, plainBooking(calendar, tuesday(), { key }))).ok).toBe(true)
    const late = plainBooking(calendar, tuesday(60), { key: other })
    expect(await bookAppointment(town.world, town.tenant, late)).toEqual(refused('slot_taken'))
    const directory = await directoryNow()
    const asked = { calendar, reason: 'card', now: town.world.now(), seeker: 'citizen' } as const
    const near = await town.world.read(town.tenant, (reader) => alternatives(reader, directory, { ...asked, near: tuesday(60) }))
    expect(near.map(({ from }) => from)).toEqual([30, 90, 120, 150].map(tuesday))
    expect(await town.world.read(town.tenant, (reader) => firstFree(reader, directory, asked))).toMatchObject({ seat: 1 })
  })

  test.each([
    ['email_missing', { guest: { ...ada, email: null } }],
    ['first_name_missing', { guest: { ...ada, firstName: ' ' } }],
    ['details_too_long', { details: 'x'.repeat(detailsLength + 1) }],
    ['no_such_calendar', { calendar: randomUUID() as CalendarId }],
    ['no_such_reason', { reason: 'other' }],
    ['contact_missing', { channel: 'phone', guest: { ...ada, email: null } }],
  ] as const)('is refused: %s', async (refusal, more) =>
    expect(await bookAppointment(town.world, town.tenant, plainBooking(calendar, tuesday(), more))).toEqual(refused(refusal)),
  )

  test('by phone is for whoever serves the office, without a mail address and without the limits of citizens', async () => {
    await makeCalendar(town, { firstDay: 10, leadHours: 100 }, calendar)
    const byPhone = { channel: 'phone', guest: { ...ada, email: null, phone: '010 12345' } } as const
    const ask = (by: Town['parks']) =>
      bookAppointment(town.world, town.tenant, plainBooking(calendar, tuesday(), { ...byPhone, by }))
    expect(await ask(town.roads)).toEqual(refused('not_yours'))
    expect(await ask(town.parks)).toMatchObject({ ok: true })
    expect(await bookAppointment(town.world, town.tenant, plainBooking(calendar, tuesday(60)))).toEqual(
      refused('slot_not_offered'),
    )
  })
})

describe('an appointment', () => {
  test('is moved within the notice, and its old seat is somebody else’s', async () => {
    const id = await book(town, calendar, tuesday(24 * 60))
    expect(await moveAppointment(town.world, town.tenant, { appointment: id, from: tuesday(24 * 60), by: guest })).toEqual(
      refused('same_slot'),
    )
    expect(await moveAppointment(town.world, town.tenant, { appointment: id, from: tuesday(60), by: guest })).toMatchObject({
      ok: true,
    })
    expect(await read(id)).toMatchObject({ from: tuesday(60), moves: 1, state: 'booked' })
    expect((await hold(tuesday(24 * 60))).ok).toBe(true)
    expect(await events(id)).toEqual(['booked', 'moved'])
  })

  test('keeps its seat where the new one is taken, or there is no such slot', async () => {
    const id = await book(town, calendar, tuesday(24 * 60))
    await book(town, calendar, tuesday(60))
    const move = (from: Date) => moveAppointment(town.world, town.tenant, { appointment: id, from, by: guest })
    expect(await move(tuesday(60))).toEqual(refused('slot_taken'))
    expect(await move(tuesday(10))).toEqual(refused('slot_not_offered'))
    expect(await read(id)).toMatchObject({ from: tuesday(24 * 60), state: 'booked' })
  })

  test('may be moved to where its own seat overlaps', async () => {
    const id = await book(town, calendar, tuesday(24 * 60), { reason: 'long' })
    expect((await read(id))?.seatUntil).toEqual(tuesday(24 * 60 + 60))
    const move = await moveAppointment(town.world, town.tenant, { appointment: id, from: tuesday(24 * 60 + 60), by: guest })
    expect(move.ok).toBe(true)
  })

  test('is cancelled by who booked it until the notice, by staff until it begins', async () => {
    const [near, far] = [await book(town, calendar, tuesday()), await book(town, calendar, tuesday(24 * 60))]
    const cancel = (appointment: AppointmentId, by: Parameters<typeof cancelAppointment>[2]['by']) =>
      cancelAppointment(town.world, town.tenant, { appointment, by })
    expect(await cancel(near, guest)).toEqual(refused('too_late'))
    expect(await cancel(near, town.roads)).toEqual(refused('not_yours'))
    expect((await cancel(far, guest)).ok).toBe(true)
    expect(await cancel(far, guest)).toEqual(refused('not_booked'))
    expect((await cancel(near, town.desk)).ok).toBe(true)
    expect(await free()).toHaveLength(6)
    expect(await cancel(randomUUID() as AppointmentId, guest)).toEqual(refused('no_such_appointment'))
  })

  test('is received and done, or missed once it has begun', async () => {
    const id = await book(town, calendar, tuesday())
    const visit = (what: 'checked_in' | 'no_show' | 'done', by = town.parks) =>
      recordVisit(town.world, town.tenant, { appointment: id, visit: what, by })
    expect(await visit('no_show')).toEqual(refused('too_early'))
    town.setNow(tuesday(5))
    expect(await visit('checked_in', town.roads)).toEqual(refused('not_yours'))
    expect((await visit('no_show')).ok).toBe(true)
    expect((await visit('checked_in')).ok).toBe(true)
    expect((await visit('done')).ok).toBe(true)
    expect(await visit('no_show')).toEqual(refused('wrong_state'))
    expect(await events(id)).toEqual(['booked', 'no_show', 'checked_in', 'done'])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Appointment } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { alternatives } from '#server/queries/appointments/free-slots.ts'
import { listAppointments, saveAppointment } from '#server/storage/appointments/appointments.ts'
import { makeCalendar, plainBooking } from '#tests/appointments.ts'
import { openTown, type Town } from '#tests/town.ts'
import { bookAppointment } from './book-appointment.ts'
import { holdSlot } from './hold-slot.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const seats = 20
const people = 200
const at = new Date('2026-05-12T07:00:00Z')
const seated = async (calendar: CalendarId) => {
  const day = { from: at, to: new Date(at.getTime() + 86_400_000) }
  const all = await town.world.read(town.tenant, (reader) => listAppointments(reader, { calendars: [calendar], ...day }))
  return all.filter(({ from }) => from.getTime() === at.getTime())
}
const onEverySeat = Array.from({ length: seats }, (_, n) => n + 1)

test('of two hundred who book the last twenty seats at once twenty get one each, and the others are told what else is free', async () => {
  const calendar = await makeCalendar(town, { seats })
  town.setNow(new Date(town.world.now().getTime() + 2000))
  const answers = await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const ask = plainBooking(calendar, at)
      // Half of them held the seat first, as the pages do.
      if (n % 2 === 0) await holdSlot(town.world, town.tenant, ask)
      return bookAppointment(town.world, town.tenant, ask)
    }),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(seats)
  expect(answers.filter((answer) => !answer.ok && answer.refusal === 'slot_taken')).toHaveLength(people - seats)
  expect((await seated(calendar)).map(({ seat }) => seat).toSorted((one, other) => one - other)).toEqual(onEverySeat)
  const directory = await town.world.directories.of(town.tenant)
  const asked = { calendar, reason: 'card', near: at, now: town.world.now(), seeker: 'citizen' } as const
  const others = await town.world.read(town.tenant, (reader) => alternatives(reader, directory, asked))
  expect(others).toHaveLength(4)
  expect(others.some(({ from }) => from.getTime() === at.getTime())).toBe(false)
}, 60_000)

test('whoever books while hours are being changed waits, and neither is turned away for it', async () => {
  const calendar = await makeCalendar(town, { seats })
  const bookings = Array.from({ length: 40 }, (_, n) =>
    bookAppointment(town.world, town.tenant, plainBooking(calendar, new Date(at.getTime() + (n % 6) * 1_800_000))),
  )
  const changes = Array.from({ length: 10 }, (_, n) => makeCalendar(town, { seats: seats + n + 1 }, calendar))
  const answers = await Promise.all([...bookings, ...changes])
  expect(answers.filter((answer) => typeof answer !== 'string' && !answer.ok)).toEqual([])
}, 60_000)

test('the database itself refuses a second person in a seat, whatever a program forgets', async () => {
  const calendar = await makeCalendar(town, { seats })
  const write = (n: number) => {
    const appointment: Appointment = {
      ...{ id: town.world.newId(), key: randomUUID(), calendar, reason: 'card', seat: (n % seats) + 1 },
      ...{ from: at, to: new Date(at.getTime() + 1_800_000), seatUntil: new Date(at.getTime() + 1_800_000) },
      ...{ state: n % 2 === 0 ? 'held' : 'booked', code: n % 2 === 0 ? null : `C${n}`, holdUntil: n % 2 === 0 ? at : null },
      ...{ extensions: 0, contact: null, details: '', channel: 'web', waiting: null, disrupted: false, moves: 0 },
      bookedAt: n % 2 === 0 ? null : at,
    }
    return town.world.transaction(town.tenant, (tx) => saveAppointment(tx, appointment, at))
  }
  const written = await Promise.allSettled(Array.from({ length: people }, (_, n) => write(n)))
  const reasons = written.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.code)] : []))
  // 23P01: the exclusion constraint; 40P01: of two who waited for each other one was sent away.
  expect(reasons.filter((code) => code !== '23P01' && code !== '40P01')).toEqual([])
  expect((await seated(calendar)).map(({ seat }) => seat).toSorted((one, other) => one - other)).toEqual(onEverySeat)
}, 60_000)

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Slot } from '#domain/appointments/slots.ts'
import { freeSlots } from '#server/queries/appointments/free-slots.ts'
import { listAppointments } from '#server/storage/appointments/appointments.ts'
import { readCalendar } from '#server/storage/appointments/calendars.ts'
import { makeCalendar, plainBooking } from '#tests/appointments.ts'
import { openTown, type Town } from '#tests/town.ts'
import { bookAppointment } from './book-appointment.ts'
import { cancelAppointment } from './cancel-appointment.ts'
import { holdSlot } from './hold-slot.ts'
import { moveAppointment } from './move-appointment.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** Before the Sunday on which the clocks go back, and before the one on which they go forward. */
const fridays = ['2026-10-23T06:00:00Z', '2027-03-26T06:00:00Z'] as const
const night = [{ from: '00:30', to: '04:30' }]
const hours = fc.constantFrom(
  [],
  [{ from: '09:00', to: '10:45' }],
  [
    { from: '08:00', to: '09:00' },
    { from: '14:00', to: '15:30' },
  ],
)

const rules = fc.record({
  friday: fc.constantFrom(...fridays),
  seats: fc.integer({ min: 1, max: 3 }),
  monday: hours,
  saturday: hours,
  closed: fc.boolean(),
})
const reason = fc.constantFrom('card', 'long')
const step = fc.oneof(
  fc.record({ act: fc.constant('book' as const), reason, at: fc.nat() }),
  fc.record({ act: fc.constant('hold' as const), reason, at: fc.nat() }),
  fc.record({ act: fc.constant('move' as const), whose: fc.nat(), at: fc.nat() }),
  fc.record({ act: fc.constant('move_anywhere' as const), whose: fc.nat(), minutes: fc.integer({ min: 0, max: 4 * 24 * 12 }) }),
  fc.record({ act: fc.constant('cancel' as const), whose: fc.nat() }),
)

type Booked = { readonly id: AppointmentId; readonly reason: string; from: Date }

test('whatever people do in whatever order, what is offered can be booked, and nobody who is booked loses their seat', async () => {
  await fc.assert(
    fc.asyncProperty(rules, fc.array(step, { minLength: 5, maxLength: 14 }), async (chosen, steps) => {
      const calendar = await open(chosen)
      const booked: Booked[] = []
      for (const one of steps) {
        await take(one, calendar, booked)
        await expectAllSeated(calendar, booked)
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

async function open({
  friday,
  seats,
  monday,
  saturday,
  closed,
}: Parameters<Parameters<typeof rules.map>[0]>[0]): Promise<CalendarId> {
  town.setNow(new Date(friday))
  const day = friday.slice(0, 10)
  const next = new Date(Date.parse(friday) + 3 * 86_400_000).toISOString().slice(0, 10)
  return makeCalendar(town, {
    seats,
    opening: { 1: monday, 2: [], 3: [], 4: [], 5: [], 6: saturday, 7: night },
    closures: closed ? [{ from: next, to: `${next.slice(0, 8)}${String(Number(next.slice(8)) + 1).padStart(2, '0')}` }] : [],
    extra: [{ date: day, from: '15:00', to: '16:00' }],
    lastDay: 4,
    noticeHours: 0,
  })
}

type Step = Parameters<Parameters<typeof step.map>[0]>[0]

async function take(one: Step, calendar: CalendarId, booked: Booked[]): Promise<void> {
  const { world, tenant } = town
  if (one.act === 'book' || one.act === 'hold') {
    const slot = pick(await offered(calendar, one.reason), one.at)
    if (!slot) return
    const ask = plainBooking(calendar, slot.from, { reason: one.reason, key: randomUUID() })
    if (one.act === 'hold') return expect(await holdSlot(world, tenant, ask)).toMatchObject({ ok: true })
    const answer = await bookAppointment(world, tenant, ask)
    expect(answer).toMatchObject({ ok: true })
    if (answer.ok) booked.push({ id: answer.value.appointment, reason: one.reason, from: slot.from })
    return
  }
  const whose = pick(booked, one.whose)
  if (!whose) return
  const by = { kind: 'guest' } as const
  if (one.act === 'cancel') {
    expect(await cancelAppointment(world, tenant, { appointment: whose.id, by })).toMatchObject({ ok: true })
    booked.splice(booked.indexOf(whose), 1)
    return
  }
  const from =
    one.act === 'move'
      ? pick(await offered(calendar, whose.reason), one.at)?.from
      : new Date(world.now().getTime() + one.minutes * 300_000)
  if (!from || from.getTime() === whose.from.getTime()) return
  const moved = await moveAppointment(world, tenant, { appointment: whose.id, from, by })
  if (one.act === 'move') expect(moved).toMatchObject({ ok: true })
  if (moved.ok) whose.from = from
}

async function offered(id: CalendarId, reason: string): Promise<readonly Slot[]> {
  const { world, tenant, directory } = town
  const now = world.now()
  return world.read(tenant, async (reader) => {
    const calendar = await readCalendar(reader, id)
    const known = { ...directory, calendars: new Map(calendar ? [[id, calendar]] : []) }
    const asked = {
      calendars: new Map([[id, reason]]),
      from: now,
      to: new Date(now.getTime() + 6 * 86_400_000),
      now,
      seeker: 'citizen',
    } as const
    return (await freeSlots(reader, known, asked)).get(id) ?? []
  })
}

async function expectAllSeated(calendar: CalendarId, booked: readonly Booked[]): Promise<void> {
  const { world, tenant } = town
  const span = { from: world.now(), to: new Date(world.now().getTime() + 7 * 86_400_000) }
  const all = await world.read(tenant, (reader) => listAppointments(reader, { calendars: [calendar], ...span }))
  const seated = all.filter(({ state }) => state === 'booked').map(({ id, from }) => `${id} ${from.toISOString()}`)
  expect(seated.toSorted()).toEqual(booked.map(({ id, from }) => `${id} ${from.toISOString()}`).toSorted())
  const there = all.filter(({ state }) => state !== 'cancelled')
  for (const [at, one] of there.entries()) {
    for (const other of there.slice(at + 1)) {
      expect(one.seat === other.seat && one.from < other.seatUntil && other.from < one.seatUntil).toBe(false)
    }
  }
}

function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)]
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WeeklyHours } from '../clocks/working-calendar.ts'
import type { BookingCalendar, Reason } from './booking-calendar.ts'
import { seatTime } from './booking-calendar.ts'
import { plainBody, plainCalendar } from './calendar.fake.ts'
import { bookableSpan, firstSlot, freeSeat, isSlot, openOn, type Search, type Slot, slotsOf, type Taken } from './slots.ts'

const monday = new Date('2026-05-11T06:00:00Z')
const [plainReason] = plainCalendar.reasons as readonly [Reason]

function search(more: Partial<Search> = {}): Search {
  const base = { calendar: plainCalendar, body: plainBody, reason: plainReason, now: monday, seeker: 'citizen' } as const
  return { ...base, from: monday, to: new Date('2026-05-12T00:00:00Z'), ...more }
}

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' })
const civil = (instant: Date) => format.format(instant)
const hours = (slots: readonly Slot[]) => slots.map(({ from }) => civil(from).slice(11))
const having = (more: Partial<BookingCalendar>): Partial<Search> => ({ calendar: { ...plainCalendar, ...more } })

describe('slots are offered', () => {
  test('one after the other within the hours', () =>
    expect(hours(slotsOf(search(), []))).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']))

  test('with room for the buffer, which may lie after the hours', () =>
    expect(hours(slotsOf(search({ reason: { ...plainReason, minutes: 50, buffer: 10 } }), []))).toEqual([
      '09:00',
      '10:00',
      '11:00',
    ]))

  test.each([
    ['not before the lead time', having({ leadHours: 2 }), ['10:00', '10:30', '11:00', '11:30']],
    ['not before the first day', having({ firstDay: 1 }), []],
    ['not in a closure of the calendar', having({ closures: [{ from: '2026-05-11', to: '2026-05-12' }] }), []],
    ['not in a closure of the body', { body: { ...plainBody, closures: [{ from: '2026-05-10', to: '2026-05-20' }] } }, []],
    ['not on the patron’s day', { body: { ...plainBody, patron: '05-11' } }, []],
    ['not in a calendar that is out of use', having({ active: false }), []],
    [
      'in extra hours even where it is closed',
      having({
        closures: [{ from: '2026-05-11', to: '2026-05-12' }],
        extra: [{ date: '2026-05-11', from: '15:00', to: '16:00' }],
      }),
      ['15:00', '15:30'],
    ],
  ] as const)('%s', (_, more, expected) => expect(hours(slotsOf(search(more), []))).toEqual(expected))

  test('as long as a seat is free, the lowest first', () => {
    const taken = (seat: number | null, from: string, to: string): Taken => ({
      seat,
      from: new Date(`2026-05-11T${from}:00Z`),
      to: new Date(`2026-05-11T${to}:00Z`),
    })
    const two = search(having({ seats: 2 }))
    const found = slotsOf(two, [taken(1, '07:00', '08:00'), taken(2, '07:30', '08:30'), taken(null, '09:00', '09:15')])
    expect(found.map(({ from, seat }) => `${civil(from).slice(11)} ${seat}`)).toEqual([
      '09:00 2',
      '10:00 1',
      '10:30 1',
      '11:30 1',
    ])
  })

  test('the first as far ahead as can be booked', () => {
    const closed = { closures: [{ from: '2026-05-11', to: '2026-06-11' }] }
    const far = search({ ...having(closed), ...bookableSpan(plainCalendar, 'Europe/Rome', monday, 'citizen') })
    expect(civil(firstSlot(far, [])?.from ?? monday)).toBe('2026-06-11 09:00')
    expect(firstSlot({ ...far, calendar: { ...far.calendar, lastDay: 20 } }, [])).toBeNull()
  })

  test('to staff without the limits of citizens', () =>
    expect(slotsOf(search({ ...having({ firstDay: 3, leadHours: 200, active: false }), seeker: 'staff' }), [])).toHaveLength(6))
})

describe('on the days on which the clocks change', () => {
  const night = (calendar: Partial<BookingCalendar> = {}): BookingCalendar => ({
    ...plainCalendar,
    opening: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [{ from: '01:00', to: '04:00' }] },
    ...calendar,
  })
  const on = (date: string) =>
    search({
      calendar: night(),
      now: new Date(`${date}T00:00:00+01:00`),
      from: new Date(`${date}T00:00:00Z`),
      to: new Date(`${date}T12:00:00Z`),
    })

  test('in spring the hour that is not has no slots, and no other is missing', () => {
    const spring = { ...on('2027-03-28'), now: new Date('2027-03-27T20:00:00Z') }
    expect(hours(slotsOf({ ...spring, from: new Date('2027-03-27T22:00:00Z') }, []))).toEqual([
      '01:00',
      '01:30',
      '03:00',
      '03:30',
    ])
  })

  test('in autumn the hour that comes twice has its slots once', () => {
    const autumn = { ...on('2026-10-25'), now: new Date('2026-10-24T20:00:00Z') }
    expect(hours(slotsOf({ ...autumn, from: new Date('2026-10-24T22:00:00Z') }, []))).toEqual([
      '01:00',
      '01:30',
      '02:00',
      '02:30',
      '03:00',
      '03:30',
    ])
  })
})

const clock = fc.integer({ min: 0, max: 24 * 12 }).map((fives) => {
  const minutes = fives * 5
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
})
const day = fc
  .uniqueArray(clock, { minLength: 0, maxLength: 4 })
  .map((times) => times.toSorted())
  .map((times) => times.flatMap((from, at) => (at % 2 === 0 && times[at + 1] ? [{ from, to: times[at + 1] ?? from }] : [])))
const week: fc.Arbitrary<WeeklyHours> = fc.record({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day })
/** Around both changes of the clocks, holidays at Easter and an ordinary week. */
const anyDay = fc.constantFrom('2026-10-22', '2027-03-25', '2027-03-28', '2026-10-25', '2026-05-11', '2026-12-24')
const reasons = fc.record({ minutes: fc.integer({ min: 5, max: 120 }), buffer: fc.constantFrom(0, 5, 10, 30) })

const world = fc
  .record({
    opening: week,
    seats: fc.integer({ min: 1, max: 4 }),
    reason: reasons,
    start: anyDay,
    leadHours: fc.integer({ min: 0, max: 30 }),
  })
  .chain(({ start, ...rest }) =>
    fc.record({
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, fc.constant(value)])),
      start: fc.constant(new Date(`${start}T00:00:00Z`)),
      closures: fc.array(
        fc.integer({ min: 0, max: 6 }).map((n) => ({ from: plus(start, n), to: plus(start, n + 1) })),
        { maxLength: 2 },
      ),
      extra: fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 6 }), day)
          .map(([n, spans]) => spans.map((span) => ({ date: plus(start, n), ...span }))),
        { maxLength: 2 },
      ),
    }),
  )
  .map((facts) => {
    const { opening, seats, reason, start, leadHours, closures, extra } = facts as unknown as {
      opening: WeeklyHours
      seats: number
      reason: Pick<Reason, 'minutes' | 'buffer'>
      start: Date
      leadHours: number
      closures: BookingCalendar['closures']
      extra: readonly BookingCalendar['extra'][]
    }
    const calendar: BookingCalendar = { ...plainCalendar, opening, seats, leadHours, closures, extra: extra.flat() }
    return search({
      calendar,
      reason: { ...plainReason, ...reason },
      now: start,
      from: start,
      to: new Date(start.getTime() + 7 * 86_400_000),
    })
  })

function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Books as people do, in any order, whatever is still offered. */
function bookSome(asked: Search, picks: readonly number[]): readonly Taken[] {
  const taken: Taken[] = []
  for (const pick of picks) {
    const slots = slotsOf(asked, taken)
    const slot = slots[pick % Math.max(1, slots.length)]
    if (slot) taken.push({ seat: slot.seat, from: slot.from, to: new Date(slot.from.getTime() + seatTime(asked.reason)) })
  }
  return taken
}

const picks = fc.array(fc.nat(), { maxLength: 25 })

describe('whatever the rules, closures, seats and days', () => {
  test('every slot that is offered can be booked: it is one, and its seat is free for length and buffer', () => {
    fc.assert(
      fc.property(world, picks, (asked, some) => {
        const taken = bookSome(asked, some)
        for (const { from, to, seat } of slotsOf(asked, taken)) {
          expect(isSlot(asked, from)).toBe(true)
          const until = new Date(from.getTime() + seatTime(asked.reason))
          expect(freeSeat(asked.calendar.seats, { from, to: until }, taken)).toBe(seat)
          expect(to.getTime() - from.getTime()).toBe(asked.reason.minutes * 60_000)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a seat that is taken is never offered, and no seat has two people', () => {
    fc.assert(
      fc.property(world, picks, (asked, some) => {
        const taken = bookSome(asked, some)
        for (const [at, one] of taken.entries()) {
          for (const other of taken.slice(at + 1)) {
            expect(one.seat === other.seat && one.from < other.to && other.from < one.to).toBe(false)
          }
        }
        for (const { from, seat } of slotsOf(asked, taken)) {
          const until = from.getTime() + seatTime(asked.reason)
          expect(taken.some((one) => one.seat === seat && one.from.getTime() < until && one.to > from)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a slot lies within an opening and after the lead time, none comes twice, and they are in order', () => {
    fc.assert(
      fc.property(world, (asked) => {
        const slots = slotsOf(asked, [])
        const labels = slots.map(({ from }) => civil(from))
        expect(new Set(labels).size).toBe(labels.length)
        expect(labels).toEqual(labels.toSorted())
        for (const { from, to } of slots) {
          expect(from.getTime()).toBeGreaterThanOrEqual(asked.now.getTime() + asked.calendar.leadHours * 3_600_000)
          const spans = openOn(asked.calendar, asked.body, civil(from).slice(0, 10))
          expect(spans.some((span) => span.from <= from.getTime() && to.getTime() <= span.to)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the same day at another time of the year has the same slots, but for an hour that is not', () => {
    const ordinary = {
      now: new Date('2026-10-17T00:00:00Z'),
      from: new Date('2026-10-17T22:00:00Z'),
      to: new Date('2026-10-18T22:00:00Z'),
    }
    const autumn = {
      now: new Date('2026-10-24T00:00:00Z'),
      from: new Date('2026-10-24T22:00:00Z'),
      to: new Date('2026-10-25T23:00:00Z'),
    }
    const spring = {
      now: new Date('2027-03-20T00:00:00Z'),
      from: new Date('2027-03-27T23:00:00Z'),
      to: new Date('2027-03-28T22:00:00Z'),
    }
    fc.assert(
      fc.property(week, reasons, (opening, reason) => {
        const asked = search({ calendar: { ...plainCalendar, opening }, reason: { ...plainReason, ...reason } })
        const plain = hours(slotsOf({ ...asked, ...ordinary }, []))
        const missing = plain.filter((hour) => !hours(slotsOf({ ...asked, ...autumn }, [])).includes(hour))
        expect(missing).toEqual([])
        const inSpring = hours(slotsOf({ ...asked, ...spring }, []))
        const lost = plain.filter((hour) => !inSpring.includes(hour))
        const touchesTheHour = opening[7].some(({ from, to }) => from < '03:00' && to > '02:00')
        expect(touchesTheHour || lost.length === 0).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

import { expect, test } from 'vitest'
import type { Span } from '../clocks/working-calendar.ts'
import { type AgendaCell, cellsOf, keepsSeat, layDay } from './agenda.ts'
import type { Appointment, AppointmentId, WaitingId } from './appointment.ts'
import type { Block, BlockId } from './block.ts'
import type { BookingCalendar } from './booking-calendar.ts'
import { plainBody, plainCalendar } from './calendar.fake.ts'
import { figuresOf } from './figures.ts'

const at = (time: string) => new Date(`2026-05-11T${time}:00+02:00`)
const now = at('08:00')
const format = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', timeStyle: 'short' })

function appointment(from: string, to: string, more: Partial<Appointment> = {}): Appointment {
  return {
    ...{ id: from as AppointmentId, key: from, calendar: plainCalendar.id, reason: 'carta', seat: 1 },
    ...{ from: at(from), to: at(to), seatUntil: at(to), state: 'booked', code: 'AB23CD45', holdUntil: null, extensions: 0 },
    ...{ contact: null, details: '', channel: 'web', waiting: null, disrupted: false, moves: 0, bookedAt: now },
    ...more,
  }
}

function block(from: string, to: string, seat: number | null): Block {
  return { id: from as BlockId, calendar: plainCalendar.id, seat, from: at(from), to: at(to), note: '' }
}

const say = ({ seat, from, to, kind, rows }: AgendaCell) => `${seat} ${format.format(from)}-${format.format(to)} ${kind} ${rows}`

function lay(appointments: readonly Appointment[], blocks: readonly Block[], more: Partial<BookingCalendar> = {}) {
  const calendar = { ...plainCalendar, ...more }
  return layDay({ calendar, body: plainBody, date: '2026-05-11', appointments, blocks, now })
}

test('a free morning is one cell with a row for each hour', () =>
  expect(cellsOf(lay([], [])).map(say)).toEqual(['1 09:00-12:00 free 3']))

test('who is booked takes the seat until the buffer is over', () =>
  expect(cellsOf(lay([appointment('09:30', '10:20', { seatUntil: at('10:30') })], [])).map(say)).toEqual([
    '1 09:00-09:30 free 1',
    '1 09:30-10:30 appointment 2',
    '1 10:30-12:00 free 2',
  ]))

test('one after the other they are two', () =>
  expect(cellsOf(lay([appointment('09:00', '10:30'), appointment('10:30', '12:00')], [])).map(say)).toEqual([
    '1 09:00-10:30 appointment 2',
    '1 10:30-12:00 appointment 2',
  ]))

test.each<[string, number | null, readonly string[]]>([
  ['one seat', 2, ['1 09:00-12:00 free 3', '2 09:00-11:00 blocked 2', '2 11:00-12:00 free 1']],
  ['all seats', null, ['1 09:00-11:00 blocked 2', '2 09:00-11:00 blocked 2', '1 11:00-12:00 free 1', '2 11:00-12:00 free 1']],
])('blocked hours of %s', (_, seat, expected) =>
  expect(cellsOf(lay([], [block('08:00', '11:00', seat)], { seats: 2 })).map(say)).toEqual(expected),
)

test('whoever is booked is seen in blocked hours, after the last seat and outside the hours', () =>
  expect(
    cellsOf(
      lay([appointment('09:00', '10:00'), appointment('15:00', '15:30', { seat: 2 })], [block('09:00', '12:00', null)]),
    ).map(say),
  ).toEqual([
    '1 09:00-10:00 appointment 1',
    '2 09:00-12:00 blocked 3',
    '1 10:00-12:00 blocked 2',
    '1 15:00-15:30 closed 1',
    '2 15:00-15:30 appointment 1',
  ]))

test('a day that is closed has nothing', () =>
  expect(lay([], [], { closures: [{ from: '2026-05-11', to: '2026-05-12' }] }).parts).toEqual([]))

test('a break makes two parts', () => {
  const opening = {
    ...plainCalendar.opening,
    1: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '16:00' },
    ],
  }
  const spans = lay([], [], { opening }).parts.map(
    (rows): Span => ({
      from: rows[0]?.from.getTime() ?? 0,
      to: rows.at(-1)?.to.getTime() ?? 0,
    }),
  )
  expect(spans).toEqual([
    { from: at('09:00').getTime(), to: at('12:00').getTime() },
    { from: at('14:00').getTime(), to: at('16:00').getTime() },
  ])
})

test.each<[boolean, Partial<Appointment>]>([
  [true, { state: 'booked' }],
  [true, { state: 'no_show' }],
  [false, { state: 'cancelled' }],
  [true, { state: 'held', holdUntil: at('08:05') }],
  [false, { state: 'held', holdUntil: at('07:55') }],
  [true, { state: 'held', holdUntil: at('07:55'), waiting: 'w' as WaitingId }],
])('keeps its seat: %s, being %j', (expected, more) => expect(keepsSeat(appointment('09:00', '10:00', more), now)).toBe(expected))

const hours = (n: number) => n * 3_600_000

test.each<[string, string, number | null, object]>([
  ['before it begins', '08:00', null, { booked: 4, arrived: 2, no_show: 1, cancelled: 1, free: hours(3.5) }],
  ['while it goes on', '10:15', null, { booked: 4, arrived: 2, no_show: 1, cancelled: 1, free: hours(2.75) }],
  ['once it is over', '12:00', null, { booked: 4, arrived: 2, no_show: 1, cancelled: 1, free: 0 }],
  ['of one seat', '08:00', 2, { booked: 1, arrived: 0, no_show: 0, cancelled: 0, free: hours(2.5) }],
])('the figures of a day %s: what is held or offered is nobody’s, nor free', (_, time, seat, figures) => {
  const appointments = [
    appointment('09:00', '09:30', { state: 'done' }),
    appointment('09:30', '10:00', { state: 'checked_in' }),
    appointment('10:00', '10:30', { state: 'no_show' }),
    appointment('09:00', '09:30', { seat: 2 }),
    appointment('11:00', '11:30', { state: 'cancelled' }),
    appointment('11:00', '11:30', { state: 'cancelled', code: null, bookedAt: null, waiting: 'w' as WaitingId }),
    appointment('11:30', '12:00', { state: 'held', code: null, bookedAt: null, holdUntil: at('12:30') }),
  ]
  const days = [lay(appointments, [], { seats: 2 })]
  expect(figuresOf({ appointments, days, seat }, at(time))).toEqual(figures)
})

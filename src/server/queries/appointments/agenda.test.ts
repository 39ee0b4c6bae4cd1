import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Guest } from '#domain/appointments/appointment.ts'
import type { Block, BlockId } from '#domain/appointments/block.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { findByGuest } from '#server/storage/appointments/find-by-guest.ts'
import { blockHours } from '#server/use-cases/appointments/block-hours.ts'
import { cancelAppointment } from '#server/use-cases/appointments/cancel-appointment.ts'
import { holdSlot } from '#server/use-cases/appointments/hold-slot.ts'
import { joinWaitingList } from '#server/use-cases/appointments/join-waiting-list.ts'
import { ada, book, makeCalendar } from '#tests/appointments.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { offerSlots } from './offer-slots.ts'
import { previewBlock } from './preview-block.ts'
import { readAgenda } from './read-agenda.ts'

let town: Town
let calendar: CalendarId
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
let seconds = 0
beforeEach(async () => {
  calendar = await makeCalendar(town, { seats: 2 })
  // What is kept in memory is read again after a second.
  seconds += 2
  town.setNow(new Date(monday.getTime() + seconds * 1000))
})

/** Tuesday at nine in the body's zone, and so many minutes later. */
const tuesday = (minutes = 0) => new Date(Date.parse('2026-05-12T07:00:00Z') + minutes * 60_000)
const day = { from: new Date('2026-05-11T22:00:00Z'), to: new Date('2026-05-12T22:00:00Z') }
const agenda = () => town.world.read(town.tenant, (reader) => readAgenda(reader, calendar, day))

describe('the agenda of a calendar', () => {
  test('has its own appointments and blocked hours of the day, and of no other', async () => {
    const [one, other] = [await book(town, calendar, tuesday()), await book(town, calendar, tuesday(30))]
    await book(town, calendar, tuesday(24 * 60))
    await book(town, await makeCalendar(town), tuesday())
    const hours = { calendar, seat: 2, from: tuesday(60), to: tuesday(90), note: 'Riunione' }
    await blockHours(town.world, town.tenant, { ...hours, by: town.parks })
    const { appointments, blocks } = await agenda()
    expect(appointments.map(({ id }) => id)).toEqual([one, other])
    expect(blocks).toMatchObject([{ seat: 2, note: 'Riunione' }])
  })

  test('shows who waits, the longest first, and not who it is', async () => {
    const ask = { calendar, reason: 'card', firstDay: '2026-05-12', lastDay: '2026-05-14', guest: ada }
    await joinWaitingList(town.world, town.tenant, { ...ask, key: randomUUID() })
    await joinWaitingList(town.world, town.tenant, { ...ask, key: randomUUID(), reason: 'long' })
    const { line } = await agenda()
    expect(line).toMatchObject([
      { reason: 'card', firstDay: '2026-05-12', lastDay: '2026-05-14', state: 'waiting' },
      { reason: 'long' },
    ])
    expect(JSON.stringify(line)).not.toContain('Ada')
  })
})

describe('slots for somebody who calls', () => {
  const offer = async (from: Date | null) => {
    const directory = await town.world.directories.of(town.tenant)
    const ask = { calendar, reason: 'card', from, now: town.world.now() }
    return (await town.world.read(town.tenant, (reader) => offerSlots(reader, directory, ask))).map((slot) => slot.from)
  }

  test('begin with the first that is free', async () => {
    calendar = await makeCalendar(town, { seats: 1, firstDay: 7 }, calendar)
    seconds += 2
    town.setNow(new Date(monday.getTime() + seconds * 1000))
    const next = new Date('2026-05-11T08:30:00Z')
    expect((await offer(null))[0]).toEqual(next)
    await book(town, calendar, next, { by: town.parks, channel: 'phone' })
    expect((await offer(null))[0]).toEqual(new Date('2026-05-11T09:00:00Z'))
  })

  test('or with the day that was asked for, as far as four weeks', async () => {
    const slots = await offer(new Date('2026-05-18T22:00:00Z'))
    expect(slots[0]).toEqual(new Date('2026-05-19T07:00:00Z'))
    expect(slots).toHaveLength(12)
    expect(await offer(new Date('2027-12-01T00:00:00Z'))).toEqual([])
  })
})

describe('the preview of blocked hours', () => {
  const preview = async (seat: number | null, minutes = 60) => {
    const directory = await town.world.directories.of(town.tenant)
    const own = directory.calendars.get(calendar)
    if (!own) throw new Error('no calendar')
    const rules = { calendar: own, body: directory.tenant.settings.calendar }
    const block: Block = { id: 'none' as BlockId, calendar, seat, from: tuesday(), to: tuesday(minutes), note: '' }
    const ask = { block, now: town.world.now() }
    return town.world.read(town.tenant, (reader) => previewBlock(reader, directory, rules, ask))
  }

  test('says who gets another seat, and writes nothing', async () => {
    const one = await book(town, calendar, tuesday())
    expect(await preview(1)).toMatchObject([{ appointment: { id: one }, seat: 2, others: [], hasMail: true }])
    const events = await town.world.read(town.tenant, (reader) => listAppointmentEvents(reader, one))
    expect(events.map(({ kind }) => kind)).toEqual(['booked'])
  })

  test('says what others may choose, none of it in the hours to be blocked', async () => {
    await book(town, calendar, tuesday())
    const [affected] = await preview(null, 180)
    expect(affected).toMatchObject({ seat: null })
    expect(affected?.others).toHaveLength(4)
    expect(affected?.others.filter((slot) => slot >= tuesday() && slot < tuesday(180))).toEqual([])
  })

  test('tells whoever left only a number from the others', async () => {
    const guest = { ...ada, email: null, phone: '010 555 0101' }
    await book(town, calendar, tuesday(), { by: town.parks, channel: 'phone', guest })
    expect(await preview(null)).toMatchObject([{ hasMail: false }])
  })

  test('leaves out who is booked at other hours', async () => {
    await book(town, calendar, tuesday(60))
    expect(await preview(null)).toEqual([])
  })
})

describe('an appointment is found', () => {
  const find = (text: string, calendars = [calendar]) =>
    town.world.read(town.tenant, (reader) =>
      findByGuest(reader, { calendars, text, from: monday, now: town.world.now(), limit: 2 }),
    )
  const named = (lastName: string, more: Partial<Guest> = {}) => ({ guest: { ...ada, lastName, ...more } })

  test('by how a family name begins, by address and by number, on whatever day, the nearest first', async () => {
    const late = await book(town, calendar, tuesday(24 * 60), named('Bianchetti', { phone: '010 555 0199' }))
    const soon = await book(town, calendar, tuesday(), named('Bianchi', { email: 'bianchi@example.org' }))
    await book(town, calendar, tuesday(30), named('Neri'))
    await holdSlot(town.world, town.tenant, { key: randomUUID(), calendar, reason: 'card', from: tuesday(60) })
    const ids = async (text: string) => (await find(text)).map(({ id }) => id)
    expect(await ids('Ada bianch')).toEqual([soon, late])
    expect(await ids('BIANCHI@example.org')).toEqual([soon])
    expect(await ids('+39 010 5550199')).toEqual([late])
    await cancelAppointment(town.world, town.tenant, { appointment: soon, by: town.parks })
    expect(await find('bianchi')).toMatchObject([{ id: soon, state: 'cancelled' }])
  })

  test('only in the calendars that were asked for, and no more than so many', async () => {
    for (const minutes of [0, 30, 60]) await book(town, calendar, tuesday(minutes), named('Gialli'))
    expect(await find('gialli')).toHaveLength(2)
    expect(await find('gialli', [await makeCalendar(town)])).toEqual([])
    expect(await find('gialli', [])).toEqual([])
  })
})

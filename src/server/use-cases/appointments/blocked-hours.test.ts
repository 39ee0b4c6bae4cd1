import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { findOffer } from '#server/storage/appointments/holds.ts'
import { whoIsUpsetByBody } from '#server/storage/appointments/review-appointments.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { ada, book, everybodyIn, makeCalendar, plainBooking } from '#tests/appointments.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { acceptOffer } from './accept-offer.ts'
import { blockHours } from './block-hours.ts'
import { bookAppointment } from './book-appointment.ts'
import { cancelAppointment } from './cancel-appointment.ts'
import { holdSlot } from './hold-slot.ts'
import { joinWaitingList } from './join-waiting-list.ts'
import { moveAppointment } from './move-appointment.ts'
import { releaseHold } from './release-hold.ts'
import { unblockHours } from './unblock-hours.ts'

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

const guest = { kind: 'guest' } as const
/** Tuesday at nine in the body's zone, and so many minutes later. */
const tuesday = (minutes = 0) => new Date(Date.parse('2026-05-12T07:00:00Z') + minutes * 60_000)
const read = (id: AppointmentId) => town.world.read(town.tenant, (reader) => readAppointment(reader, id))
const kinds = async (id: AppointmentId) =>
  (await town.world.read(town.tenant, (reader) => listAppointmentEvents(reader, id))).map(({ kind }) => kind)
const block = (seat: number | null, minutes = 60, more: object = {}) =>
  blockHours(town.world, town.tenant, {
    calendar,
    seat,
    from: tuesday(),
    to: tuesday(minutes),
    note: '',
    by: town.parks,
    ...more,
  })

describe('blocking hours', () => {
  test('of one seat gives whoever is booked another that is free, and writes to who finds none', async () => {
    const [one, other, third] = [
      await book(town, calendar, tuesday()),
      await book(town, calendar, tuesday()),
      await book(town, calendar, tuesday(30)),
    ]
    expect(await block(1)).toMatchObject({ ok: true, value: { affected: [one] } })
    expect(await read(one)).toMatchObject({ seat: 1, state: 'booked', disrupted: true })
    expect(await read(other)).toMatchObject({ seat: 2, disrupted: false })
    expect(await read(third)).toMatchObject({ seat: 2, disrupted: false })
    expect([await kinds(one), await kinds(third)]).toEqual([
      ['booked', 'disrupted'],
      ['booked', 'reseated'],
    ])
  })

  test('of all seats keeps every booking until it is moved or cancelled, whatever the notice, and writes once', async () => {
    const [one, other] = [await book(town, calendar, tuesday()), await book(town, calendar, tuesday(30))]
    expect(await block(null)).toMatchObject({ ok: true, value: { affected: [one, other] } })
    await block(null, 30)
    expect(await kinds(one)).toEqual(['booked', 'disrupted'])
    const move = { appointment: one, by: guest }
    expect(await moveAppointment(town.world, town.tenant, { ...move, from: tuesday(30) })).toEqual({
      ok: false,
      refusal: 'slot_taken',
    })
    expect(await moveAppointment(town.world, town.tenant, { ...move, from: tuesday(60) })).toMatchObject({ ok: true })
    expect(await read(one)).toMatchObject({ disrupted: false })
    expect(await cancelAppointment(town.world, town.tenant, { appointment: other, by: guest })).toMatchObject({ ok: true })
  })

  test('writes with free slots to choose from', async () => {
    await town.runJobs()
    const before = town.letters.length
    await book(town, calendar, tuesday())
    await block(null, 180)
    await town.runJobs()
    const letter = town.letters.slice(before).find(({ subject }) => subject.startsWith('Scegli un altro orario'))
    expect(letter?.text).toContain('13 maggio 2026 alle ore 09:00')
    expect(letter?.text).toContain('orario=2026-05-13T07')
  })

  test('is undone, and whoever is still booked can come after all', async () => {
    const one = await book(town, calendar, tuesday())
    const blocked = await block(null)
    if (!blocked.ok) throw new Error(blocked.refusal)
    const ask = { block: blocked.value.block, by: town.parks }
    expect(await unblockHours(town.world, town.tenant, { ...ask, by: town.roads })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await unblockHours(town.world, town.tenant, ask)).toMatchObject({ ok: true })
    expect(await unblockHours(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'no_such_block' })
    expect(await read(one)).toMatchObject({ disrupted: false, state: 'booked' })
  })

  test.each([
    ['span_wrong', 1, -60, {}],
    ['seat_unknown', 3, 60, {}],
    ['note_too_long', 1, 60, { note: 'x'.repeat(201) }],
    ['not_yours', 1, 60, { other: true }],
  ] as const)('is refused: %s', async (refusal, seat, minutes, more) =>
    expect(await block(seat, minutes, 'other' in more ? { by: town.roads } : more)).toEqual({ ok: false, refusal }),
  )
})

describe('whoever is kept a seat in hours that are blocked meanwhile', () => {
  const hold = async () => {
    const wanted = plainBooking(calendar, tuesday())
    await holdSlot(town.world, town.tenant, wanted)
    return wanted
  }

  test('is booked in another seat where there is one, and refused where there is none', async () => {
    const [first, second] = [await hold(), await hold()]
    await block(1)
    await releaseHold(town.world, town.tenant, { key: second.key })
    const booked = await bookAppointment(town.world, town.tenant, first)
    expect(booked.ok && (await read(booked.value.appointment))).toMatchObject({ seat: 2, disrupted: false })
    const third = await hold()
    expect(await bookAppointment(town.world, town.tenant, third)).toMatchObject({ ok: false })
  })

  test('is refused once nobody is received then, a hold and an offer alike', async () => {
    const one = await book(town, calendar, tuesday())
    const waited = await joinWaitingList(town.world, town.tenant, {
      ...{ key: randomUUID(), calendar, reason: 'card', firstDay: '2026-05-12', lastDay: '2026-05-12', guest: ada },
    })
    if (!waited.ok) throw new Error(waited.refusal)
    await cancelAppointment(town.world, town.tenant, { appointment: one, by: town.parks })
    const held = await hold()
    await block(null)
    expect(await bookAppointment(town.world, town.tenant, held)).toEqual({ ok: false, refusal: 'slot_taken' })
    const offer = await town.world.read(town.tenant, (reader) => findOffer(reader, waited.value))
    if (!offer) throw new Error('no offer')
    expect(await acceptOffer(town.world, town.tenant, { appointment: offer.id })).toEqual({ ok: false, refusal: 'offer_gone' })
  })
})

describe('a closure that is added later', () => {
  test('of the calendar loses nobody silently', async () => {
    const one = await book(town, calendar, tuesday())
    await makeCalendar(town, { seats: 2, closures: [{ from: '2026-05-12', to: '2026-05-13' }] }, calendar)
    await town.runJobs()
    expect(await read(one)).toMatchObject({ state: 'booked', disrupted: true })
    expect(await kinds(one)).toEqual(['booked', 'disrupted'])
  })

  test('of the body neither', async () => {
    const one = await book(town, calendar, tuesday())
    const { calendar: working } = town.directory.tenant.settings
    const closed = { ...working, closures: [...working.closures, { from: '2026-05-12', to: '2026-05-13' }] }
    const close = (shown: readonly AppointmentId[]) =>
      setBody(town.world, town.tenant, { by: town.admin, part: { calendar: closed }, seen: null, shown })
    expect(await close([])).toEqual({ ok: false, refusal: 'people_affected', field: 'accepted' })
    const upset = await town.world.read(town.tenant, (reader) => whoIsUpsetByBody(reader, closed, town.world.now()))
    expect(upset.find((found) => found.calendar.id === calendar)?.appointments).toMatchObject([{ id: one }])
    expect((await close(await everybodyIn(town))).ok).toBe(true)
    await town.runJobs()
    expect(await kinds(one)).toEqual(['booked', 'disrupted'])
    await setBody(town.world, town.tenant, { by: town.admin, part: { calendar: working }, seen: null })
    await town.runJobs()
    expect(await read(one)).toMatchObject({ disrupted: false })
    const [last] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'body', id: town.tenant }, { limit: 1, before: null }),
    )
    const reverted = await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })
    expect(reverted).toEqual({ ok: false, refusal: 'breaks_rule' })
  })

  test('fewer seats give whoever sat there another, where there is one', async () => {
    const [one, other] = [await book(town, calendar, tuesday()), await book(town, calendar, tuesday())]
    await cancelAppointment(town.world, town.tenant, { appointment: one, by: town.parks })
    await makeCalendar(town, { seats: 1 }, calendar)
    await town.runJobs()
    expect(await read(other)).toMatchObject({ seat: 1, disrupted: false })
  })
})

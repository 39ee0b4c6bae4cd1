import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { AppointmentEventId } from '#domain/appointments/appointment-event.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { listLooks } from '#server/queries/people/list-looks.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { ada, book, makeCalendar } from '#tests/appointments.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { cancelAppointment } from './cancel-appointment.ts'
import { lookAtGuests } from './look-at-guests.ts'
import { moveAppointment } from './move-appointment.ts'
import { resendAppointmentMail } from './resend-appointment-mail.ts'

let town: Town
let calendar: CalendarId
beforeAll(async () => {
  town = await openTown()
  calendar = await makeCalendar(town)
  // What is kept in memory is read again after a second.
  town.setNow(new Date(monday.getTime() + 2000))
})
afterAll(() => town.close())

/** So many half hours after Tuesday at nine in the body's zone. */
const slot = (n: number) => new Date(Date.parse('2026-05-12T07:00:00Z') + n * 1_800_000)
const read = async (id: AppointmentId) => {
  const found = await town.world.read(town.tenant, (reader) => readAppointment(reader, id))
  if (!found) throw new Error('no appointment')
  return found
}
const events = (id: AppointmentId) => town.world.read(town.tenant, (reader) => listAppointmentEvents(reader, id))

describe('who comes', () => {
  const looks = () => town.world.read(town.tenant, (reader) => listLooks(reader, { number: null, before: null, limit: 10 }))

  test('is shown to whoever serves the calendar, and each look is kept', async () => {
    const [one, other] = [await read(await book(town, calendar, slot(0))), await read(await book(town, calendar, slot(1)))]
    const looked = await lookAtGuests(town.world, town.tenant, { calendar, appointments: [one, other], by: town.parks })
    expect(looked.ok && looked.value.get(one.id)).toEqual(ada)
    expect(await looks()).toMatchObject([
      { number: null, code: other.code, name: 'Paolo Parks', what: 'contacts' },
      { number: null, code: one.code },
    ])
  })

  test('is shown to nobody of another office, and no look is kept', async () => {
    const one = await read(await book(town, calendar, slot(2)))
    const before = (await looks()).length
    const ask = { calendar, appointments: [one], by: town.roads }
    expect(await lookAtGuests(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await looks()).toHaveLength(before)
  })
})

describe('a letter that is sent again', () => {
  const send = (appointment: AppointmentId, event: AppointmentEventId, by = town.parks) =>
    resendAppointmentMail(town.world, town.tenant, { appointment, event, by })

  test('goes out once more, and not while it is under way', async () => {
    const one = await book(town, calendar, slot(3))
    const [booked] = await events(one)
    if (!booked) throw new Error('no event')
    expect(await send(one, booked.id)).toEqual({ ok: false, refusal: 'mail_under_way' })
    await town.runJobs()
    const before = town.letters.length
    expect(await send(one, booked.id, town.roads)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await send(one, booked.id)).toMatchObject({ ok: true })
    await town.runJobs()
    expect(town.letters).toHaveLength(before + 1)
    expect(await events(one)).toMatchObject([{ kind: 'booked', mail: 'sent' }])
  })

  test('is refused where it is not so any more, where there is none, and where nobody can be reached', async () => {
    const moved = await book(town, calendar, slot(4))
    await moveAppointment(town.world, town.tenant, { appointment: moved, from: slot(48), by: town.parks })
    const phoned = await book(town, calendar, slot(5), {
      by: town.parks,
      channel: 'phone',
      guest: { ...ada, email: null, phone: '010 555 0101' },
    })
    await town.runJobs()
    const [booked] = await events(moved)
    const [silent] = await events(phoned)
    if (!booked || !silent) throw new Error('no event')
    expect(await send(moved, booked.id)).toEqual({ ok: false, refusal: 'mail_overtaken' })
    expect(await send(phoned, booked.id)).toEqual({ ok: false, refusal: 'no_such_mail' })
    expect(await send(phoned, silent.id)).toEqual({ ok: false, refusal: 'guest_unreachable' })
    await cancelAppointment(town.world, town.tenant, { appointment: phoned, by: town.parks })
    expect(await send(phoned, silent.id)).toEqual({ ok: false, refusal: 'mail_overtaken' })
  })
})

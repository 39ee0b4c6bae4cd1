import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import { readAppointmentToken } from '#server/gateways/secrets.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { cancelAppointment } from '#server/use-cases/appointments/cancel-appointment.ts'
import { moveAppointment } from '#server/use-cases/appointments/move-appointment.ts'
import { ada, book, makeCalendar } from '#tests/appointments.ts'
import { openTown, type Town } from '#tests/town.ts'

const mailer = fakeMailer()
let town: Town
let calendar: CalendarId
beforeAll(async () => {
  town = await openTown({ mailer })
  calendar = await makeCalendar(town, { seats: 3 })
  town.setNow(new Date(town.world.now().getTime() + 2000))
})
afterAll(() => town.close())

const guest = { kind: 'guest' } as const
const thursday = (minutes = 0) => new Date(Date.parse('2026-05-14T07:00:00Z') + minutes * 60_000)
const run = async () => {
  const before = mailer.sent.length
  await town.runJobs()
  return mailer.sent.slice(before)
}
const mails = async (id: AppointmentId) =>
  (await town.world.read(town.tenant, (reader) => listAppointmentEvents(reader, id))).map(({ kind, mail }) => `${kind} ${mail}`)

describe('whoever comes is written to', () => {
  test('when it is confirmed, moved and cancelled, each with the file for their calendar', async () => {
    const id = await book(town, calendar, thursday())
    const [confirmed] = await run()
    expect(confirmed).toMatchObject({
      to: { name: 'Ada Verdi', address: 'ada@example.org' },
      subject: 'Appuntamento confermato: giovedì 14 maggio 2026, ore 09:00',
    })
    expect(confirmed?.text).toMatch(/Codice: [A-Z2-9]{4}-[A-Z2-9]{4}/)
    expect(confirmed?.text).toContain('Una fototessera')
    const token = /\/appuntamenti\/([\w-]+)/.exec(confirmed?.text ?? '')?.[1] ?? ''
    expect(readAppointmentToken(town.world.secret, town.tenant, token)).toBe(id)
    expect(confirmed?.files?.[0]?.text).toContain('METHOD:PUBLISH')
    await moveAppointment(town.world, town.tenant, { appointment: id, from: thursday(30), by: guest })
    const [moved] = await run()
    expect(moved?.text).toContain('14 maggio 2026 alle ore 09:00 è ora giovedì 14 maggio 2026 dalle ore 09:30')
    expect(moved?.files?.[0]?.text).toMatch(/SEQUENCE:1[\s\S]*DTSTART:20260514T073000Z/)
    await cancelAppointment(town.world, town.tenant, { appointment: id, by: guest })
    const [cancelled] = await run()
    expect(cancelled?.files?.[0]?.text).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2/)
    expect(await mails(id)).toEqual(['booked sent', 'moved sent', 'cancelled sent'])
  })

  test('of how it is now alone, where two things happened before the first letter went', async () => {
    const id = await book(town, calendar, thursday())
    await moveAppointment(town.world, town.tenant, { appointment: id, from: thursday(60), by: guest })
    expect((await run()).map(({ subject }) => subject)).toEqual(['Appuntamento spostato: giovedì 14 maggio 2026, ore 10:00'])
    expect(await mails(id)).toEqual(['booked skipped', 'moved sent'])
  })

  test('in their language', async () => {
    await book(town, calendar, thursday(90), { guest: { ...ada, locale: 'en' } })
    const [letter] = await run()
    expect(letter?.subject).toBe('Appointment confirmed: Thursday, 14 May 2026, 10:30')
    expect(letter?.text).toContain('?lingua=en')
  })

  test('the day before, once, as it is then', async () => {
    const id = await book(town, calendar, thursday(120))
    await run()
    const remind = (from: Date) =>
      town.installation.handlers['appointments.remind']({ tenant: town.tenant, appointment: id, from: from.toISOString() })
    await remind(thursday(120))
    expect(await run()).toEqual([])
    town.setNow(new Date('2026-05-13T07:00:00Z'))
    await remind(thursday(120))
    await remind(thursday(120))
    await remind(thursday())
    expect((await run()).map(({ subject }) => subject)).toEqual(['Promemoria: appuntamento giovedì 14 maggio 2026, ore 11:00'])
    expect(await mails(id)).toEqual(['booked sent', 'reminded sent'])
  })
})

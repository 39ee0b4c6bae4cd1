import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import { readAppointmentToken, readWaitingToken } from '#server/gateways/secrets.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { cancelAppointment } from '#server/use-cases/appointments/cancel-appointment.ts'
import { joinWaitingList } from '#server/use-cases/appointments/join-waiting-list.ts'
import { leaveWaitingList } from '#server/use-cases/appointments/leave-waiting-list.ts'
import { moveAppointment } from '#server/use-cases/appointments/move-appointment.ts'
import { recordVisit } from '#server/use-cases/appointments/record-visit.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { ada, book, makeCalendar } from '#tests/appointments.ts'
import { monday, openTown, type Town } from '#tests/town.ts'

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
    expect(confirmed?.files?.[0]?.type).toContain('method=PUBLISH')
    await moveAppointment(town.world, town.tenant, { appointment: id, from: thursday(30), by: guest })
    const [moved] = await run()
    expect(moved?.text).toContain('14 maggio 2026 alle ore 09:00 è ora giovedì 14 maggio 2026 dalle ore 09:30')
    expect(moved?.files?.[0]?.text).toMatch(/SEQUENCE:1[\s\S]*DTSTART:20260514T073000Z/)
    await cancelAppointment(town.world, town.tenant, { appointment: id, by: guest })
    const [cancelled] = await run()
    expect(cancelled?.files?.[0]?.text).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2/)
    expect(cancelled?.files?.[0]?.type).toContain('method=CANCEL')
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

test('who joins the waiting list is written to once: what they wait for, how long an offer stands and how to leave', async () => {
  town.setNow(monday)
  const days = { firstDay: '2026-05-18', lastDay: '2026-05-22' }
  const ask = { key: randomUUID(), calendar, reason: 'card', ...days, guest: ada }
  const joined = await joinWaitingList(town.world, town.tenant, ask)
  if (!joined.ok) throw new Error(joined.refusal)
  await joinWaitingList(town.world, town.tenant, ask)
  const [letter, ...others] = await run()
  expect([letter?.subject, others]).toEqual(['Sei in lista d’attesa: Carta d’identità', []])
  for (const said of ['18 maggio 2026', '22 maggio 2026', 'per 12 ore']) expect(letter?.text).toContain(said)
  const token = /\/attesa\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
  expect(readWaitingToken(town.world.secret, town.tenant, token)).toBe(joined.value)
  await town.installation.handlers['mail.waiting']({ tenant: town.tenant, waiting: joined.value })
  expect(await run()).toEqual([])
  const gone = await joinWaitingList(town.world, town.tenant, { ...ask, key: randomUUID() })
  if (!gone.ok) throw new Error(gone.refusal)
  await leaveWaitingList(town.world, town.tenant, { waiting: gone.value })
  expect(await run()).toEqual([])
})

describe('the morning after', () => {
  const wednesday = new Date('2026-05-20T07:00:00Z')
  const thanked = 'Com’è andato l’appuntamento di mercoledì 20 maggio 2026?'
  const visited = async (...visits: readonly ('checked_in' | 'no_show' | 'done')[]) => {
    town.setNow(new Date('2026-05-19T08:00:00Z'))
    const id = await book(town, calendar, wednesday)
    town.setNow(new Date(wednesday.getTime() + 60_000))
    for (const visit of visits) {
      const recorded = await recordVisit(town.world, town.tenant, { appointment: id, visit, by: town.parks })
      if (!recorded.ok) throw new Error(recorded.refusal)
    }
    const letters = (await run()).filter(({ subject }) => subject === thanked)
    const kinds = (await mails(id)).filter((mail) => mail.startsWith('rating_asked'))
    await town.world.transaction(town.tenant, ({ db, tenant }) =>
      db.updateTable('appointment').set({ state: 'cancelled' }).where('tenant_id', '=', tenant).where('id', '=', id).execute(),
    )
    return { letters, kinds }
  }

  test('whoever came is asked once how it went, on the page that takes it', async () => {
    const { letters, kinds } = await visited('checked_in', 'done')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toMatch(/\/appuntamenti\/[\w-]+#rating/)
    expect(letters[0]?.files).toBeUndefined()
    expect(kinds).toEqual(['rating_asked sent'])
  })

  test('who did not come, and anybody where the body does not want to know, is not asked', async () => {
    expect(await visited('checked_in', 'no_show')).toEqual({ letters: [], kinds: [] })
    const set = (ratingMails: 'on' | 'off') =>
      setBody(town.world, town.tenant, { by: town.admin, part: { ratingMails }, seen: null })
    await set('off')
    expect(await visited('done')).toEqual({ letters: [], kinds: [] })
    await set('on')
    expect((await visited('done')).kinds).toEqual(['rating_asked sent'])
  })
})

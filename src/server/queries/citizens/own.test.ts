import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import { listComingAppointments, listPastAppointments } from '#server/storage/appointments/appointments.ts'
import { listWaitingOf } from '#server/storage/appointments/waiting.ts'
import { cancelAppointment } from '#server/use-cases/appointments/cancel-appointment.ts'
import { joinWaitingList } from '#server/use-cases/appointments/join-waiting-list.ts'
import { leaveWaitingList } from '#server/use-cases/appointments/leave-waiting-list.ts'
import { ada, book, makeCalendar } from '#tests/appointments.ts'
import { monday, openTown, plainReport, type Town } from '#tests/town.ts'
import { listOwnReports } from './list-own-reports.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const authorOf = (email: string | null) => ({
  ...plainReport(town.category('pothole').id).author,
  email,
  locale: 'it' as const,
  firstName: 'Ada',
  lastName: 'Verdi',
  phone: null,
})
const own = (email: string, before: number | null = null, size = 20) =>
  town.world.read(town.tenant, (reader) => listOwnReports(reader, email, { before, size }))

describe('what somebody sent', () => {
  test('is what has their address, however it was written, the newest first, and nobody else’s', async () => {
    const first = await town.report({ submissionKey: randomUUID(), author: authorOf('Ada.Verdi@Example.org') })
    await town.report({ submissionKey: randomUUID(), author: authorOf('ida@example.org') })
    const second = await town.report({ submissionKey: randomUUID(), author: authorOf('ada.verdi@example.org') })
    const found = await own('ada.verdi@example.org')
    expect(found.map(({ number }) => number)).toEqual([second.number, first.number])
    expect(found[0]).toMatchObject({ id: second.id, stage: 'submitted', kind: 'problem', stars: null, firstReplyAt: null })
    expect(await own('ada@elsewhere.example')).toEqual([])
  })

  test('comes page by page, with one more that says that there are others', async () => {
    for (let n = 0; n < 5; n++) await town.report({ submissionKey: randomUUID(), author: authorOf('five@example.org') })
    const page = await own('five@example.org', null, 2)
    expect(page).toHaveLength(3)
    const next = await own('five@example.org', page[1]?.number ?? 0, 2)
    expect(next[0]?.number).toBe(page[2]?.number)
    expect(await own('five@example.org', next[1]?.number ?? 0, 2)).toHaveLength(1)
  })
})

describe('the appointments of somebody', () => {
  const at = (day: string) => new Date(`2026-05-${day}Z`)
  const email = 'eva@example.org'
  const read = (size: number, behind: { from: Date; id: AppointmentId } | null = null) =>
    town.world.read(town.tenant, async (reader) => {
      const now = at('14T08:00:00')
      const coming = await listComingAppointments(reader, { email, now, size })
      const past = await listPastAppointments(reader, { email, now, size, behind })
      return { coming: coming.map(({ id }) => id), past: past.map(({ id, from }) => ({ id, from })) }
    })

  test('are told apart in those to come, the next first, and those over or cancelled, the latest first, page by page', async () => {
    town.setNow(monday)
    const calendar = await makeCalendar(town)
    const guest = { ...ada, email: 'Eva@example.org' }
    const bookAt = (from: Date) => book(town, calendar, from, { guest })
    const [first, second] = [await bookAt(at('12T08:00:00')), await bookAt(at('13T08:00:00'))]
    const [later, sooner] = [await bookAt(at('21T08:00:00')), await bookAt(at('20T08:00:00'))]
    const off = await bookAt(at('22T08:00:00'))
    await book(town, calendar, at('20T08:30:00'))
    const cancelled = await cancelAppointment(town.world, town.tenant, { appointment: off, by: { kind: 'guest' } })
    expect(cancelled).toMatchObject({ ok: true })
    const all = await read(20)
    expect(all.coming).toEqual([sooner, later])
    expect(all.past.map(({ id }) => id)).toEqual([off, second, first])
    const [page] = (await read(1)).past
    expect((await read(2, page)).past.map(({ id }) => id)).toEqual([second, first])
  })

  test('come with the places in waiting lists whose days are not over', async () => {
    town.setNow(monday)
    const calendar = await makeCalendar(town)
    const join = (address: string, firstDay: string, lastDay: string) => {
      const guest = { ...ada, email: address }
      return joinWaitingList(town.world, town.tenant, { key: randomUUID(), calendar, reason: 'card', firstDay, lastDay, guest })
    }
    const mine = await join('Uma@example.org', '2026-05-20', '2026-05-22')
    const left = await join('uma@example.org', '2026-05-20', '2026-05-22')
    await join('other@example.org', '2026-05-20', '2026-05-22')
    if (left.ok) await leaveWaitingList(town.world, town.tenant, { waiting: left.value })
    const read = (today: string) =>
      town.world.read(town.tenant, (reader) =>
        listWaitingOf(reader, 'uma@example.org', today).then((all) => all.map(({ id }) => id)),
      )
    expect(await read('2026-05-22')).toEqual([mine.ok && mine.value])
    expect(await read('2026-05-23')).toEqual([])
  })
})

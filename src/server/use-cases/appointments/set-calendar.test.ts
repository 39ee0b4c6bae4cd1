import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { listAffected } from '#server/queries/appointments/list-affected.ts'
import { findCalendarOfFeed, readCalendar, readFeed } from '#server/storage/appointments/calendars.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { book, everybodyIn, makeCalendar, plainSetting } from '#tests/appointments.ts'
import { openTown, type Town } from '#tests/town.ts'
import { renewFeed } from './renew-feed.ts'
import { type SetCalendar, setCalendar } from './set-calendar.ts'

let town: Town
let calendar: CalendarId
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  calendar = await makeCalendar(town)
})

const tuesday = new Date('2026-05-12T07:00:00Z')
const set = (more: Partial<CalendarSetting>, ask: Partial<SetCalendar> = {}) =>
  setCalendar(town.world, town.tenant, {
    ...{ by: town.admin, id: calendar, seen: null },
    setting: { ...plainSetting, office: town.office('parks'), ...more },
    ...ask,
  })
const history = () =>
  town.world.read(town.tenant, (reader) =>
    listSettingChanges(reader, { subject: 'booking_calendar', id: calendar }, { limit: 10, before: null }),
  )

describe('a calendar', () => {
  test('is changed with its history, and becomes again what it was', async () => {
    expect(await set({ seats: 3 })).toMatchObject({ ok: true })
    const [last] = await history()
    expect(last).toMatchObject({ before: { seats: 1 }, after: { seats: 3 } })
    expect(await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })).toMatchObject({ ok: true })
    expect((await town.world.read(town.tenant, (reader) => readCalendar(reader, calendar)))?.seats).toBe(1)
  })

  test.each([
    ['not_yours', { seats: 2 }, { by: 'desk' }],
    ['no_such_calendar', { seats: 2 }, { id: randomUUID() as CalendarId }],
    ['old_version', { seats: 2 }, { seen: 7 }],
    ['nothing_changes', {}, {}],
    ['seats_wrong', { seats: 0 }, {}],
  ] as const)('is refused: %s', async (refusal, more, { by, ...ask }: { by?: string; id?: CalendarId; seen?: number }) => {
    expect(await set(more, { ...ask, ...(by && { by: town.desk }) })).toMatchObject({ ok: false, refusal })
  })

  test('keeps the reasons for which somebody still comes', async () => {
    await book(town, calendar, tuesday)
    const reasons = plainSetting.reasons.filter(({ code }) => code !== 'card')
    expect(await set({ reasons }, { shown: await everybodyIn(town) })).toEqual({
      ok: false,
      refusal: 'reason_used',
      field: 'reasons',
    })
  })

  test('tells first who could not be received any more, and writes to them once that was seen', async () => {
    const id = await book(town, calendar, tuesday)
    const closed = { closures: [{ from: '2026-05-12', to: '2026-05-13' }] }
    expect(await set(closed)).toEqual({ ok: false, refusal: 'people_affected', field: 'accepted' })
    const setting = { ...plainSetting, office: town.office('parks'), ...closed, id: calendar }
    const people = await town.world.read(town.tenant, (reader) => listAffected(reader, town.directory, setting, town.world.now()))
    expect(people.flatMap(({ appointments }) => appointments.map((one) => one.id))).toEqual([id])
    const other = await book(town, calendar, new Date('2026-05-12T08:00:00Z'))
    expect(await set(closed, { shown: [id] })).toMatchObject({ refusal: 'people_affected' })
    expect(await set(closed, { shown: [id, other] })).toMatchObject({ ok: true })
    // What is kept in memory is read again after a second.
    town.setNow(new Date(town.world.now().getTime() + 2000))
    await town.runJobs()
    // Who was told is not told of again.
    expect(await set({ ...closed, seats: 2 })).toMatchObject({ ok: true })
  })

  test('does not become again what it was where somebody would lose their time by it unseen', async () => {
    const closed = { closures: [{ from: '2026-05-12', to: '2026-05-13' }] }
    await set(closed)
    await set({})
    const [last] = await history()
    await book(town, calendar, tuesday)
    const reverted = await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })
    expect(reverted).toEqual({ ok: false, refusal: 'breaks_rule' })
  })
})

test('another address of the feed makes the one before open nothing, and only an administrator gives it', async () => {
  const feed = () => town.world.read(town.tenant, (reader) => readFeed(reader, calendar))
  const opens = (named: string) => town.world.read(town.tenant, (reader) => findCalendarOfFeed(reader, named))
  const before = (await feed()) ?? ''
  expect((await opens(before))?.id).toBe(calendar)
  expect(await renewFeed(town.world, town.tenant, { calendar, by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
  const unknown = { calendar: randomUUID() as CalendarId, by: town.admin }
  expect(await renewFeed(town.world, town.tenant, unknown)).toEqual({ ok: false, refusal: 'no_such_calendar' })
  expect(await renewFeed(town.world, town.tenant, { calendar, by: town.admin })).toMatchObject({ ok: true })
  expect(await opens(before)).toBeNull()
  expect((await opens((await feed()) ?? ''))?.id).toBe(calendar)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentId } from '#domain/appointments/appointment.ts'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import type { ServiceSheet } from '#domain/services/service.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'
import { readCalendar } from '#server/storage/appointments/calendars.ts'
import { readProfiles } from '#server/storage/profiles.ts'
import { readWrittenService, saveServiceDraft } from '#server/storage/service-drafts.ts'
import { saveService } from '#server/storage/services.ts'
import { readVenues } from '#server/storage/venues.ts'
import { setCategory } from '#server/use-cases/categories/set-category.ts'
import { setRules } from '#server/use-cases/routing/set-rules.ts'
import { book, makeCalendar } from '#tests/appointments.ts'
import { openTown, type Town } from '#tests/town.ts'
import { closeOffice } from './close-office.ts'
import { setOffice } from './set-office.ts'
import { setProfile } from './set-profile.ts'
import { setVenue } from './set-venue.ts'

/** Where a closed office stays named, and why. */
const stays: Readonly<Record<string, string>> = {
  office: 'it is there, closed, and so may be those below it',
  membership: 'a role elsewhere is given by an administrator; who worked there reads what was closed there',
  report: 'closed ones are its history; open ones follow in the background',
  report_observer: 'it reads on what it observed',
  report_event: 'what happened',
  report_read: 'who looked at a report last',
  inbox_entry: 'follows the reports',
  inbox_count: 'follows the reports',
  saved_view: 'a list of those who hold a role there',
  rating_subject: 'whose the ratings were; it follows with the next one',
  setting_change: 'the history of settings',
}

const mailer = fakeMailer()
let town: Town
beforeAll(async () => {
  town = await openTown({ mailer })
})
afterAll(() => town.close())

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string }): T => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const makeOffice = async (code: string, address: string | null = null): Promise<OfficeId> =>
  must(
    await setOffice(town.world, town.tenant, {
      by: town.admin,
      id: null,
      setting: { code, name: { it: code }, address },
      seen: null,
    }),
  )
const close = (office: OfficeId, successor: OfficeId | null) =>
  closeOffice(town.world, town.tenant, { by: town.admin, office, successor, note: '', seen: null })
const later = () => town.setNow(new Date(town.world.now().getTime() + 10_000))
const letters = async () => {
  later()
  await town.runJobs()
  later()
  return mailer.sent.splice(0).map(({ subject }) => subject)
}
const appointment = (id: AppointmentId) => town.world.read(town.tenant, (reader) => readAppointment(reader, id))
const thursday = (minutes = 0) => new Date(Date.parse('2026-05-14T07:00:00Z') + minutes * 60_000)

async function makeService(sheet: Partial<ServiceSheet>, draft: Partial<ServiceSheet>) {
  const id = town.world.newId<'service'>()
  const whole = { ...blankSheet, title: { it: 'Servizio' }, ...sheet }
  await town.world.transaction(town.tenant, async (tx) => {
    await saveService(tx, id, {
      code: `s-${id.slice(-8)}`,
      state: 'published',
      featured: false,
      sheet: whole,
      updatedAt: town.world.now(),
    })
    const kept = { draft: { featured: false, sheet: { ...whole, ...draft } }, at: town.world.now(), by: town.desk.account }
    await saveServiceDraft(tx, id, kept)
  })
  return id
}

const person = { competences: { it: '' }, photo: null, cv: null, points: [], account: null, active: true } as const
const makeProfile = async (code: string, office: OfficeId) => {
  const posts = [{ office, title: { it: 'Responsabile' }, inCharge: true }]
  const profile = { ...person, code, firstName: 'Rosa', lastName: code, posts }
  return must(await setProfile(town.world, town.tenant, { by: town.admin, id: null, profile, seen: null }))
}

async function makeVenue(offices: readonly OfficeId[]) {
  const words = { it: 'Palazzo' }
  const venue = {
    ...{
      code: 'palace',
      name: words,
      description: words,
      picture: null,
      access: words,
      hours: { it: '' },
      opening: null,
      active: true,
    },
    ...{ address: 'Via Lunga 1', postcode: '00100', place: { longitude: 8.9, latitude: 44.4 }, offices },
    points: [{ kind: 'phone' as const, value: '010 1', note: '' }],
  }
  return must(await setVenue(town.world, town.tenant, { by: town.admin, id: null, venue, seen: null }))
}

async function makeRule(office: OfficeId) {
  const effects = { ...noEffects, office, observers: [office] }
  const conditions = [{ about: 'words', words: ['buca'], not: false }] as const
  const rule: RoutingRule = { id: town.world.newId() as RuleId, name: 'Buche', active: true, conditions, effects, stop: false }
  must(await setRules(town.world, town.tenant, { by: town.admin, change: { change: 'put', rule }, seen: null }))
}

/** The tables that refer to an office by a foreign key, or have a column called after one. */
async function tablesOfOffices(): Promise<readonly string[]> {
  const found = await town.world.read(town.tenant, ({ db }) =>
    sql<{ name: string }>`
      select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'office'::regclass
      union
      select table_name from information_schema.columns
        where table_schema = 'public' and column_name ~ 'office' and data_type in ('uuid', 'ARRAY')
    `.execute(db),
  )
  return found.rows.map(({ name }) => name)
}

/** The tables that name an office in any of their rows, in documents too. */
async function tablesNaming(office: OfficeId): Promise<readonly string[]> {
  return town.world.read(town.tenant, async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'
    `.execute(db)
    const named: string[] = []
    for (const { name } of rows) {
      const table = sql.table(name)
      const found = await sql`select 1 from ${table} as row where row::text like ${`%${office}%`} limit 1`.execute(db)
      if (found.rows.length > 0) named.push(name)
    }
    return named
  })
}

test('whatever names an office names its successor once it is closed', async () => {
  const [old, to] = [await makeOffice('old'), await makeOffice('new')]
  later()
  const filed = { by: town.admin, id: town.category('pothole').id, setting: { office: old }, seen: null }
  must(await setCategory(town.world, town.tenant, filed))
  await makeRule(old)
  const service = await makeService({ responsible: old, offices: [old, to] }, { responsible: to, offices: [old] })
  const calendar = await makeCalendar(town, { office: old })
  const [first, second] = [await makeProfile('first', old), await makeProfile('second', to)]
  const venue = await makeVenue([old])
  const before = await tablesNaming(old)
  expect((await tablesOfOffices()).filter((table) => !(table in stays) && !before.includes(table))).toEqual([])

  expect(await close(old, null)).toEqual({ ok: false, refusal: 'refers_here' })
  expect(await close(old, to)).toMatchObject({ ok: true })
  expect((await tablesNaming(old)).filter((table) => !(table in stays))).toEqual([])
  await town.world.read(town.tenant, async (reader) => {
    expect(await readWrittenService(reader, service)).toMatchObject({
      sheet: { responsible: to, offices: [to] },
      draft: { sheet: { responsible: to, offices: [to] } },
      draftedBy: town.desk.account,
    })
    expect(await readCalendar(reader, calendar)).toMatchObject({ office: to })
    const posts = new Map((await readProfiles(reader)).map((profile) => [profile.id, profile.posts[0]]))
    expect(posts.get(first)).toMatchObject({ office: to, inCharge: false })
    expect(posts.get(second)).toMatchObject({ office: to, inCharge: true })
    expect((await readVenues(reader)).find(({ id }) => id === venue)?.offices).toEqual([])
  })
})

test('an office that is only found somewhere closes without a successor, and is found there no more', async () => {
  const office = await makeOffice('found')
  const [venue] = await town.world.read(town.tenant, readVenues)
  if (!venue) throw new Error('no venue')
  const { id, ...setting } = venue
  must(await setVenue(town.world, town.tenant, { by: town.admin, id, venue: { ...setting, offices: [office] }, seen: null }))
  expect(await close(office, null)).toMatchObject({ ok: true })
  expect((await town.world.read(town.tenant, readVenues))[0]?.offices).toEqual([])
})

describe('whoever is booked', () => {
  const told = 'Cambia il luogo dell’appuntamento di giovedì 14 maggio 2026, ore 09:00'

  async function booked(more: { readonly address?: string | null }, office: OfficeId): Promise<[CalendarId, AppointmentId]> {
    const calendar = await makeCalendar(town, { office, ...more })
    later()
    const id = await book(town, calendar, thursday())
    await letters()
    return [calendar, id]
  }

  test('keeps time and code with the successor and is told of another address, once', async () => {
    const [old, to] = [await makeOffice('far', 'Via Lontana 1'), await makeOffice('near', 'Via Vicina 2')]
    const [calendar, id] = await booked({}, old)
    const before = await appointment(id)
    must(await close(old, to))
    later()
    await town.runJobs()
    const [letter, ...others] = mailer.sent.splice(0)
    expect([letter?.subject, others]).toEqual([told, []])
    expect(letter?.text).toContain('Via Vicina 2')
    expect(letter?.files?.[0]?.text).toMatch(/SEQUENCE:1[\s\S]*LOCATION:Via Vicina 2/)
    expect(await appointment(id)).toEqual({ ...before, moves: 1 })
    const again = { tenant: town.tenant, calendar, since: new Date(town.world.now().getTime() - 10_000).toISOString() }
    await town.installation.handlers['appointments.tell-place'](again)
    expect(await letters()).toEqual([])
  })

  test('is told nothing where the place stays', async () => {
    const [old, to] = [await makeOffice('one-door', 'Via Uguale 3'), await makeOffice('same-door', 'via Uguale, 3')]
    await booked({}, old)
    must(await close(old, to))
    expect(await letters()).toEqual([])
    const [other, third] = [await makeOffice('own-place', 'Via Quarta 4'), await makeOffice('elsewhere', 'Via Quinta 5')]
    await booked({ address: 'Via del Calendario 6' }, other)
    must(await close(other, third))
    expect(await letters()).toEqual([])
  })

  test('is told too where the calendar or its office gets another address', async () => {
    const office = await makeOffice('moving', 'Via Prima 1')
    const [calendar] = await booked({}, office)
    await makeCalendar(town, { office, address: 'Via Seconda 2' }, calendar)
    expect(await letters()).toEqual([told])
    await makeCalendar(town, { office, address: null }, calendar)
    expect(await letters()).toEqual([told])
    const moved = { by: town.admin, id: office, setting: { address: 'Via Terza 3' }, seen: null }
    must(await setOffice(town.world, town.tenant, moved))
    expect(await letters()).toEqual([told])
  })
})

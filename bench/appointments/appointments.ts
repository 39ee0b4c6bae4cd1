import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { boot } from '#server/boot.ts'
import { readConfig } from '#server/config.ts'
import { firstFree, freeSlots } from '#server/queries/appointments/free-slots.ts'
import type { Directory } from '#server/storage/directory.ts'
import { bookAppointment } from '#server/use-cases/appointments/book-appointment.ts'
import { setCalendar } from '#server/use-cases/appointments/set-calendar.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import type { World } from '#server/world.ts'
import { townPlan } from '#tests/town-plan.ts'
import { time, type Waiting } from '../time.ts'
import { fillAppointments } from './fill.ts'

/** What booking asks of the engine, in milliseconds, over so many calendars and bookings. */
export type AppointmentFigures = {
  readonly calendars: number
  readonly bookings: number
  readonly waits: readonly Waiting[]
  /** How many slots a month of all calendars has free. */
  readonly free: number
}

const calendars = 50
const bookings = 100_000
const day = 86_400_000

/** Fills a body of its own with calendars and a year's bookings, and asks of it what the pages ask. */
export async function measureAppointments(): Promise<AppointmentFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'filo-bench-appointments-'))
  const installation = await boot(readConfig({ FILO_DATA: folder, FILO_JOBS: 'off', FILO_ORIGIN: 'http://filo.test' }))
  const { world } = installation
  try {
    const tenant = await foundTenant(world, townPlan('bench'))
    console.log(`filling a body with ${calendars} calendars and ${bookings} bookings`)
    await makeCalendars(world, tenant)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const directory = await world.directories.of(tenant)
    const all = [...directory.calendars.values()]
    const { calendar: body } = directory.tenant.settings
    const url = `postgresql://postgres@localhost/filo?host=${encodeURIComponent(join(folder, 'postgres'))}`
    await fillAppointments(url, { tenant, body, calendars: all, bookings, now: world.now() })
    return { calendars, bookings, ...(await measure(world, directory, all)) }
  } finally {
    await installation.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeCalendars(world: World, tenant: TenantId): Promise<void> {
  const { offices } = await world.directories.of(tenant)
  const [office] = offices.keys()
  if (!office) throw new Error('a body without offices')
  const hours = [
    { from: '08:30', to: '12:30' },
    { from: '14:00', to: '16:30' },
  ]
  for (let n = 1; n <= calendars; n++) {
    const made = await setCalendar(world, tenant, {
      by: { kind: 'system' },
      id: null,
      seen: null,
      setting: {
        ...{ office, title: { it: `Calendario ${n}` }, mode: 'place', address: null, bring: { it: '' }, email: null },
        opening: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
        seats: (n % 4) + 1,
        reasons: [{ code: 'motivo', name: { it: 'Motivo' }, minutes: 20, buffer: n % 2 === 0 ? 5 : 0, services: [] }],
        ...{ leadHours: 2, firstDay: 0, lastDay: 90, noticeHours: 24, closures: [], extra: [], active: true },
      },
    })
    if (!made.ok) throw new Error(made.refusal)
  }
}

async function measure(world: World, directory: Directory, all: readonly BookingCalendar[]) {
  const tenant = directory.tenant.id
  const wanted = new Map(all.map(({ id }) => [id, 'motivo']))
  const month = () => {
    const now = world.now()
    const asked = { calendars: wanted, from: now, to: new Date(now.getTime() + 30 * day), now, seeker: 'citizen' } as const
    return world.read(tenant, (reader) => freeSlots(reader, directory, asked))
  }
  const first = (n: number) => {
    const asked = {
      calendar: all[n % all.length]?.id ?? ('' as never),
      reason: 'motivo',
      now: world.now(),
      seeker: 'citizen',
    } as const
    return world.read(tenant, (reader) => firstFree(reader, directory, asked))
  }
  const free = [...(await month()).values()].reduce((sum, { length }) => sum + length, 0)
  const waits = [
    await time('a month of all calendars', 60, month),
    await time('the first free date of one', 100, first),
    await time('booking', 100, async (n) => {
      const slot = await first(n)
      if (!slot) throw new Error('nothing is free')
      return () => book(world, tenant, all[n % all.length]?.id ?? ('' as never), slot.from)
    }),
  ]
  return { free, waits }
}

async function book(world: World, tenant: TenantId, calendar: BookingCalendar['id'], from: Date): Promise<void> {
  const guest = { firstName: 'Ada', lastName: 'Verdi', email: 'ada@example.org', phone: null, locale: 'it' } as const
  const ask = { key: randomUUID(), calendar, reason: 'motivo', from, guest, details: '', channel: 'web' } as const
  const booked = await bookAppointment(world, tenant, { ...ask, by: { kind: 'guest' } })
  if (!booked.ok) throw new Error(booked.refusal)
}

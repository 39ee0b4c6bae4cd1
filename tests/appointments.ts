import { randomUUID } from 'node:crypto'
import type { AppointmentId, Guest } from '#domain/appointments/appointment.ts'
import type { CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { type BookAppointment, bookAppointment } from '#server/use-cases/appointments/book-appointment.ts'
import { setCalendar } from '#server/use-cases/appointments/set-calendar.ts'
import type { Town } from './town.ts'

const morning = [{ from: '09:00', to: '12:00' }]

/** Monday to Friday in the morning, half hours, one seat; a day's notice. */
export const plainSetting: Omit<CalendarSetting, 'office'> = {
  title: { it: 'Carte d’identità', en: 'Identity cards' },
  mode: 'place',
  address: null,
  bring: { it: 'Una fototessera' },
  email: null,
  opening: { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning, 6: [], 7: [] },
  seats: 1,
  reasons: [
    { code: 'card', name: { it: 'Carta d’identità' }, minutes: 30, buffer: 0, services: ['carta-identita'] },
    { code: 'long', name: { it: 'Cambio di residenza' }, minutes: 50, buffer: 10, services: [] },
  ],
  leadHours: 0,
  firstDay: 0,
  lastDay: 60,
  noticeHours: 24,
  closures: [],
  extra: [],
  active: true,
}

/** Somebody with an address. */
export const ada: Guest = { firstName: 'Ada', lastName: 'Verdi', email: 'ada@example.org', phone: null, locale: 'it' }

/** Makes a calendar of the town's parks office, or changes it. */
export async function makeCalendar(
  town: Town,
  more: Partial<CalendarSetting> = {},
  id: CalendarId | null = null,
): Promise<CalendarId> {
  const setting = { ...plainSetting, office: town.office('parks'), ...more }
  const made = await setCalendar(town.world, town.tenant, {
    by: town.admin,
    id,
    setting,
    seen: null,
    shown: await everybodyIn(town),
  })
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}

/** Everybody who is booked, for whoever changes hours and has seen them. */
export async function everybodyIn({ world, tenant }: Town): Promise<readonly AppointmentId[]> {
  const rows = await world.read(tenant, ({ db }) =>
    db.selectFrom('appointment').where('appointment.tenant_id', '=', tenant).select('appointment.id').execute(),
  )
  return rows.map(({ id }) => id)
}

/** What somebody asks who books for themselves. */
export function plainBooking(calendar: CalendarId, from: Date, more: Partial<BookAppointment> = {}): BookAppointment {
  const asked = { key: randomUUID(), calendar, reason: 'card', from, guest: ada, details: '' }
  return { ...asked, channel: 'web', by: { kind: 'guest' }, ...more }
}

/** Books and breaks where that is refused. */
export async function book(
  town: Town,
  calendar: CalendarId,
  from: Date,
  more: Partial<BookAppointment> = {},
): Promise<AppointmentId> {
  const booked = await bookAppointment(town.world, town.tenant, plainBooking(calendar, from, more))
  if (!booked.ok) throw new Error(booked.refusal)
  return booked.value.appointment
}

import type { WeeklyHours, WorkingCalendar } from '../clocks/working-calendar.ts'
import type { OfficeId } from '../shared/id.ts'
import type { BookingCalendar, CalendarId } from './booking-calendar.ts'

const shut: WeeklyHours = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }

/** For tests: from Monday to Friday in the morning, one seat, half hours. */
export const plainCalendar: BookingCalendar = {
  id: 'calendar' as CalendarId,
  office: 'office' as OfficeId,
  title: { it: 'Anagrafe' },
  mode: 'place',
  address: null,
  bring: { it: '' },
  email: null,
  opening: Object.assign({ ...shut }, ...[1, 2, 3, 4, 5].map((day) => ({ [day]: [{ from: '09:00', to: '12:00' }] }))),
  seats: 1,
  reasons: [{ code: 'carta', name: { it: 'Carta d’identità' }, minutes: 30, buffer: 0, services: ['carta-identita'] }],
  leadHours: 0,
  firstDay: 0,
  lastDay: 60,
  noticeHours: 24,
  closures: [],
  extra: [],
  active: true,
}

/** For tests: a body that is never closed but on holidays. */
export const plainBody: WorkingCalendar = { zone: 'Europe/Rome', weekly: shut, patron: null, closures: [] }

import type { Appointment } from '#domain/appointments/appointment.ts'
import type { ShownAppointment } from '#domain/appointments/shown-appointment.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { appointmentLink, type Linked } from './appointment-links.ts'

const hour = 3_600_000

/** An appointment with everything that is said of it to whoever comes; nothing is read for it but what is in memory. */
export function showAppointment(linked: Linked, appointment: Appointment, locale: Locale): ShownAppointment {
  const { offices, calendars, tenant } = linked.directory
  const { id, state, code, from, to, details, disrupted, moves, holdUntil, waiting } = appointment
  const calendar = calendars.get(appointment.calendar)
  if (!calendar) throw new Error('an appointment in no calendar')
  const office = offices.get(calendar.office)
  const reason = calendar.reasons.find((one) => one.code === appointment.reason)
  const notice = disrupted ? 0 : calendar.noticeHours * hour
  return {
    ...{ id, state, code, from, to, details, disrupted, moves },
    title: inLocale(calendar.title, locale),
    office: office ? inLocale(office.name, locale) : '',
    reason: reason ? inLocale(reason.name, locale) : '',
    address: calendar.address ?? office?.address ?? null,
    online: calendar.mode === 'online',
    bring: inLocale(calendar.bring, locale),
    offeredUntil: waiting === null ? null : holdUntil,
    changesUntil: new Date(from.getTime() - notice),
    link: appointmentLink(linked, id, locale),
    contact: {
      phone: office?.phone ?? tenant.settings.phone,
      email: calendar.email ?? office?.email ?? tenant.settings.email,
    },
  }
}

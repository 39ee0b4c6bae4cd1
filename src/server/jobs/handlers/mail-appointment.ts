import type { Appointment } from '#domain/appointments/appointment.ts'
import { isStillSo, isTold, type ToldKind } from '#domain/appointments/appointment-event.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { appointmentFile, methodOf } from '#lib/appointments/appointment-file.ts'
import { type AppointmentLetterFacts, composeAppointmentLetter } from '#lib/mail/appointment-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Letter } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { waitingLink } from '#server/queries/appointments/appointment-links.ts'
import { alternatives } from '#server/queries/appointments/free-slots.ts'
import { showAppointment } from '#server/queries/appointments/show-appointment.ts'
import { readAppointment } from '#server/storage/appointments/appointments.ts'
import {
  type AppointmentEvent,
  claimAppointmentMail,
  readAppointmentEvent,
  settleAppointmentMail,
} from '#server/storage/appointments/events.ts'
import { readAuthor } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { Outside } from './outside.ts'
import { sendClaimed } from './send-claimed.ts'

type Ways = Pick<Outside, 'world' | 'mailer' | 'origin'>

type Told = {
  readonly directory: Directory
  readonly appointment: Appointment
  readonly event: AppointmentEvent & { readonly kind: ToldKind }
  readonly guest: AuthorDetails & { readonly email: string }
}

/** Tells whoever comes by mail what happened to their appointment, once; what is not so any more is not told. */
export async function mailAppointment(outside: Ways, job: Jobs['mail.appointment']): Promise<void> {
  const { world } = outside
  const directory = await world.directories.of(job.tenant)
  const letter = await world.read(job.tenant, async (reader) => {
    const told = await readTold(reader, directory, job)
    return told && writeLetter(outside, reader, told)
  })
  await sendClaimed(outside, job.tenant, letter, {
    claim: (tx, now) => claimAppointmentMail(tx, job.event, now),
    settle: (tx, end) => settleAppointmentMail(tx, job.event, end),
  })
}

async function readTold(reader: Reader, directory: Directory, job: Jobs['mail.appointment']): Promise<Told | null> {
  const event = await readAppointmentEvent(reader, job.event)
  const appointment = await readAppointment(reader, job.appointment)
  const guest = appointment?.contact ? await readAuthor(reader, appointment.contact) : null
  if (!event || !isTold(event.kind) || !appointment || !guest?.email) return null
  const { kind } = event
  if (!isStillSo({ kind, from: event.from }, appointment)) return null
  return { directory, appointment, event: { ...event, kind }, guest: { ...guest, email: guest.email } }
}

async function writeLetter({ world, origin }: Ways, reader: Reader, told: Told): Promise<Letter> {
  const { directory, appointment, event, guest } = told
  const { settings } = directory.tenant
  const { locale } = guest
  const linked = { directory, origin, secret: world.secret }
  const shown = showAppointment(linked, appointment, locale)
  const name = [guest.firstName, guest.lastName].filter(Boolean).join(' ')
  const facts: AppointmentLetterFacts = {
    ...{ kind: event.kind, appointment: shown, name, before: event.before },
    body: { name: settings.name, zone: settings.calendar.zone },
    alternatives: await otherSlots(reader, world.now(), told),
    leaveLink: event.kind === 'offered' && appointment.waiting ? waitingLink(linked, appointment.waiting, locale) : null,
  }
  const words = dictionary(locale)
  const from = { name: settings.name, address: settings.email }
  const text = goesIntoCalendar(event.kind) ? appointmentFile(shown, settings, words) : null
  return {
    ...composeAppointmentLetter(facts, words, locale),
    ...{ to: { name, address: guest.email }, from, replyTo: { name: shown.office, address: shown.contact.email } },
    messageId: `<${event.id}@${new URL(tenantOrigin(directory.hosts, origin)).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
    ...(text && { files: [{ name: 'appuntamento.ics', type: `text/calendar; charset=utf-8; method=${methodOf(shown)}`, text }] }),
  }
}

/** What is not theirs yet, not at that time, or over, is put into nobody's calendar. */
function goesIntoCalendar(kind: ToldKind): boolean {
  return kind !== 'offered' && kind !== 'disrupted' && kind !== 'rating_asked'
}

async function otherSlots(
  reader: Reader,
  now: Date,
  { directory, appointment: { calendar, reason, from }, event: { kind } }: Told,
): Promise<readonly Date[]> {
  if (kind !== 'disrupted') return []
  const slots = await alternatives(reader, directory, { calendar, reason, near: from, now, seeker: 'citizen' })
  return slots.map((slot) => slot.from)
}

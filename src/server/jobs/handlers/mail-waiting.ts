import { offerHours } from '#domain/appointments/appointment.ts'
import { inLocale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeWaitingLetter } from '#lib/mail/waiting-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Letter } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { waitingLink } from '#server/queries/appointments/appointment-links.ts'
import { claimWaitingMail, readWaiting, settleWaitingMail } from '#server/storage/appointments/waiting.ts'
import { readAuthor } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Outside } from './outside.ts'
import { sendClaimed } from './send-claimed.ts'

type Ways = Pick<Outside, 'world' | 'mailer' | 'origin'>

/** Tells whoever joined the waiting list what they wait for and how to leave, once; who has left or was offered a seat meanwhile knows already. */
export async function mailWaiting(outside: Ways, job: Jobs['mail.waiting']): Promise<void> {
  const letter = await outside.world.read(job.tenant, (reader) => writeLetter(outside, reader, job))
  await sendClaimed(outside, job.tenant, letter, {
    claim: (tx, now) => claimWaitingMail(tx, job.waiting, now),
    settle: (tx, end) => settleWaitingMail(tx, job.waiting, end),
  })
}

async function writeLetter(
  { world, origin }: Ways,
  reader: Reader,
  { tenant, waiting: id }: Jobs['mail.waiting'],
): Promise<Letter | null> {
  const directory = await world.directories.of(tenant)
  const waiting = await readWaiting(reader, id)
  const guest = waiting && (await readAuthor(reader, waiting.contact))
  const calendar = waiting && directory.calendars.get(waiting.calendar)
  const reason = calendar?.reasons.find(({ code }) => code === waiting?.reason)
  if (waiting?.state !== 'waiting' || !guest?.email || !calendar || !reason) return null
  const { settings } = directory.tenant
  const { locale } = guest
  const office = directory.offices.get(calendar.office)
  const name = [guest.firstName, guest.lastName].filter(Boolean).join(' ')
  const contact = { phone: office?.phone ?? settings.phone, email: calendar.email ?? office?.email ?? settings.email }
  const facts = {
    ...{ body: settings.name, name, contact, hours: offerHours, firstDay: waiting.firstDay, lastDay: waiting.lastDay },
    reason: inLocale(reason.name, locale),
    office: office ? inLocale(office.name, locale) : '',
    link: waitingLink({ directory, origin, secret: world.secret }, id, locale),
  }
  return {
    ...composeWaitingLetter(facts, dictionary(locale), locale),
    ...{ to: { name, address: guest.email }, from: { name: settings.name, address: settings.email } },
    replyTo: { name: facts.office, address: contact.email },
    messageId: `<${id}@${new URL(tenantOrigin(directory.hosts, origin)).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }
}

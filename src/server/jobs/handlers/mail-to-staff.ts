import { responsibleOffice } from '#domain/reports/inbox.ts'
import type { Report } from '#domain/reports/report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeTermLetter, type TermEvent, termEvents } from '#lib/mail/term-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Letter } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import type { Reader } from '#server/storage/database.ts'
import { type Directory, deskOfficeOf } from '#server/storage/directory.ts'
import { type ReportEvent, readEvent } from '#server/storage/events.ts'
import { readReport } from '#server/storage/reports.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import { listOfficeStaff, type OfficeStaff } from '#server/storage/workers.ts'
import type { Outside } from './outside.ts'
import { sendOnce } from './send-once.ts'

/** Nobody has said yet in which language they work. */
const locale: Locale = 'it'

type Ways = Pick<Outside, 'world' | 'mailer' | 'origin'>

/** Tells those who have a report that its term is about to run out, and those who manage them that it has; each once. */
export async function mailToStaff(outside: Ways, job: Jobs['mail.to-staff']): Promise<void> {
  const { world, origin } = outside
  const directory = await world.directories.of(job.tenant)
  const told = await world.read(job.tenant, async (reader) => {
    const [event, report] = [await readEvent(reader, job.event), await readReport(reader, job.report)]
    const kind = termEvents.find((one) => one === event?.kind)
    if (!event || !kind || !report || report.closedAt !== null) return null
    return { event, kind, report, people: await whoIsTold(reader, report, kind, directory, world.now()) }
  })
  if (!told) return
  for (const person of told.people) {
    const letter = compose(person, told, directory, tenantOrigin(directory.hosts, origin))
    await sendOnce(outside, job, { template: told.kind, letter, recipient: 'staff' })
  }
}

/** A warning is for whoever has it, or their whole office; what is late is for those who manage the office, or for the desk. */
async function whoIsTold(
  reader: Reader,
  report: Report,
  kind: TermEvent,
  directory: Directory,
  now: Date,
): Promise<readonly OfficeStaff[]> {
  const office = responsibleOffice(report)
  const staff = await listOfficeStaff(reader, office)
  if (kind !== 'term_warned') {
    const managers = staff.filter(({ manages }) => manages)
    return managers.length > 0 ? managers : listOfficeStaff(reader, deskOfficeOf(directory))
  }
  if (report.ownerPerson === null) return staff
  const today = civilDate(now, directory.tenant.settings.calendar.zone)
  const { person } = await whoGets(reader, { office, person: report.ownerPerson }, today)
  return person === null ? staff : staff.filter(({ id }) => id === person)
}

type Told = {
  readonly event: ReportEvent
  readonly kind: TermEvent
  readonly report: Report
  readonly people: readonly OfficeStaff[]
}

function compose(person: OfficeStaff, { event, kind, report, people }: Told, directory: Directory, origin: string): Letter {
  const { settings } = directory.tenant
  const office = directory.offices.get(responsibleOffice(report))
  const term = event.detail.term ?? 'resolution'
  const facts = {
    kind,
    term,
    body: { name: settings.name, zone: settings.calendar.zone },
    name: person.name,
    report: { ...report, due: term === 'first_reply' ? report.firstReplyDue : report.resolutionDue },
    office: office ? inLocale(office.name, locale) : '',
    owner: people.find(({ id }) => id === report.ownerPerson)?.name ?? null,
    link: `${origin}/operatori/segnalazioni/${report.number}`,
  }
  const from = { name: settings.name, address: settings.email }
  return {
    ...composeTermLetter(facts, dictionary(locale), locale),
    to: { name: person.name, address: person.email },
    from,
    replyTo: from,
    messageId: `<${event.id}.${person.id}@${new URL(origin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }
}

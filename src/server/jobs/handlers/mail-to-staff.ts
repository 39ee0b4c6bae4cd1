import type { Notice } from '#domain/conversations/notice.ts'
import { responsibleOffice } from '#domain/reports/inbox.ts'
import type { Report } from '#domain/reports/report.ts'
import { inLocale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeNotice, type NoticeFacts, type NoticeKind } from '#lib/mail/notice-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Letter } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { type Told, whoIsTold } from '#server/queries/people/who-is-told.ts'
import { readAccount } from '#server/storage/accounts.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type ReportEvent, readEvent } from '#server/storage/events.ts'
import { saidToStaff } from '#server/storage/messages.ts'
import { readReport } from '#server/storage/reports.ts'
import { readSupplierLink } from '#server/storage/supplier-links.ts'
import type { Outside } from './outside.ts'
import { sendOnce } from './send-once.ts'

/** What happened, as every letter about it tells. */
type Happened = Pick<NoticeFacts, 'by' | 'owner' | 'said'> & { readonly event: ReportEvent; readonly report: Report }

/** Tells those of the staff whom it concerns what happened to a report, once each; one whom no mail reaches keeps it from nobody else. */
export async function mailToStaff(
  outside: Pick<Outside, 'world' | 'mailer' | 'origin'>,
  job: Jobs['mail.to-staff'],
): Promise<void> {
  const { world, origin } = outside
  const directory = await world.directories.of(job.tenant)
  const found = await world.read(job.tenant, async (reader) => {
    const happened = await readHappened(reader, job)
    return happened ? { happened, people: await whoIsTold(reader, directory, happened, world.now()) } : null
  })
  if (!found) return
  const faults: unknown[] = []
  for (const person of found.people) {
    const letter = compose(person, found.happened, directory, tenantOrigin(directory.hosts, origin))
    const sending = { template: found.happened.event.kind, letter, recipient: 'staff' } as const
    await sendOnce(outside, job, sending).catch((fault) => faults.push(fault))
  }
  if (faults.length > 0) throw faults[0]
}

async function readHappened(reader: Reader, job: Jobs['mail.to-staff']): Promise<Happened | null> {
  const [event, report] = [await readEvent(reader, job.event), await readReport(reader, job.report)]
  if (!event || !report) return null
  const owner = report.ownerPerson ? await readAccount(reader, report.ownerPerson) : null
  return {
    event,
    report,
    by: await nameOf(reader, event),
    owner: owner?.name ?? null,
    said: await saidToStaff(reader, report.id, event.id),
  }
}

async function nameOf(reader: Reader, { actor }: ReportEvent): Promise<string | null> {
  if (actor.kind === 'staff') return (await readAccount(reader, actor.account))?.name ?? null
  return actor.kind === 'supplier' ? ((await readSupplierLink(reader, actor.link))?.name ?? null) : null
}

function compose(
  { id, name, email, notice, locale }: Told,
  { event, report, ...said }: Happened,
  directory: Directory,
  origin: string,
): Letter {
  const { settings } = directory.tenant
  const office = directory.offices.get(responsibleOffice(report))
  const term = event.detail.term ?? 'resolution'
  const facts: NoticeFacts = {
    ...said,
    kind: kindOf(notice, event),
    body: { name: settings.name, zone: settings.calendar.zone },
    name,
    report,
    due: { term, at: term === 'first_reply' ? report.firstReplyDue : report.resolutionDue },
    office: office ? inLocale(office.name, locale) : '',
    link: `${origin}/operatori/segnalazioni/${report.number}`,
    wishes: `${origin}/operatori/avvisi`,
  }
  const from = { name: settings.name, address: settings.email }
  return {
    ...composeNotice(facts, dictionary(locale), locale),
    to: { name, address: email },
    from,
    replyTo: from,
    messageId: `<${event.id}.${id}@${new URL(origin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }
}

function kindOf(notice: Notice, { kind }: ReportEvent): NoticeKind {
  if (notice === 'warned') return 'term_warned'
  if (notice === 'late') return kind === 'term_very_late' ? 'term_very_late' : 'term_late'
  return notice
}

import type { AuthorLetterFacts } from '#domain/conversations/author-letter-facts.ts'
import type { EventKind } from '#domain/reports/event.ts'
import type { Report } from '#domain/reports/report.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { readReport } from '#server/storage/reports.ts'

const day = 86_400_000

type Known<Kind extends EventKind> = {
  readonly directory: Directory
  readonly report: Report
  readonly event: ReportEvent & { readonly kind: Kind }
  readonly author: AuthorLetterFacts['author'] & { readonly locale: Locale }
  /** The words that go with the event, if the author may read them: never a note. */
  readonly said: string | null
  /** The files that go with them. */
  readonly files: AuthorLetterFacts['files']
  /** The private page. */
  readonly link: string
}

/** What a letter says of an event is what the event says; only the terms are those of today. */
export async function authorLetterFacts<Kind extends EventKind>(
  reader: Reader,
  known: Known<Kind>,
): Promise<AuthorLetterFacts<Kind>> {
  const { directory, report, event, author, said, files, link } = known
  const { settings } = directory.tenant
  const { detail } = event
  const office = detail.office ? directory.offices.get(detail.office) : undefined
  const category = directory.categories.get(report.category)
  return {
    kind: event.kind,
    body: { name: settings.name, zone: settings.calendar.zone },
    desk: deskOf(directory, author.locale),
    author,
    report: {
      number: report.number,
      kind: report.kind,
      title: report.title,
      category: category ? inLocale(category.name, author.locale) : '',
      address: report.address,
      submittedAt: report.submittedAt,
      firstReplyDue: report.firstReplyDue,
      resolutionDue: report.resolutionDue,
    },
    office: office ? inLocale(office.name, author.locale) : null,
    plannedFor: detail.plannedFor ?? null,
    recipient: detail.recipient ?? null,
    reason: detail.reason ?? null,
    duplicateOf: detail.duplicateOf ? await publicReport(reader, detail.duplicateOf) : null,
    message: said,
    files,
    parts: event.kind === 'split' ? await readParts(reader, event) : [],
    reopenUntil: reopenUntil(directory, event),
    link,
  }
}

function deskOf(directory: Directory, locale: Locale): AuthorLetterFacts['desk'] {
  const { phone, email } = directory.tenant.settings
  const desk = [...directory.offices.values()].find((office) => office.desk)
  return { name: desk ? inLocale(desk.name, locale) : '', phone: desk?.phone ?? phone, email: desk?.email ?? email }
}

/** The words that went with an event, if the author may read them: never a note. */
export async function saidWith(reader: Reader, event: ReportEvent): Promise<string | null> {
  if (!event.detail.message) return null
  const messages = await listMessages(reader, event.report, ['question', 'reply'])
  return messages.find(({ id }) => id === event.detail.message)?.text ?? null
}

/** The files that went with an event's words, at addresses that open them to the author. */
export async function filesSentWith(reader: Reader, event: ReportEvent, link: string): Promise<AuthorLetterFacts['files']> {
  const { message } = event.detail
  if (!message) return []
  const { origin, pathname } = new URL(link)
  const sent = (await listReportAttachments(reader, event.report)).filter((one) => one.message === message && !one.fromAuthor)
  return sent.map(({ id, kind, name }) => ({
    name,
    href: `${origin}/file/${id}/${kind === 'photo' ? 'large' : 'document'}?chiave=${pathname.split('/').at(-1)}`,
  }))
}

/** Of the report that this one repeats the author learns what everybody may see. */
async function publicReport(reader: Reader, id: ReportId): Promise<AuthorLetterFacts['duplicateOf']> {
  const other = await readReport(reader, id)
  return other?.visible ? { number: other.number, address: other.address ?? other.title } : null
}

async function readParts(reader: Reader, { detail }: ReportEvent): Promise<AuthorLetterFacts['parts']> {
  const parts = await Promise.all((detail.others ?? []).map((id) => readReport(reader, id)))
  return parts.flatMap((part) => (part ? [{ number: part.number, title: part.title }] : []))
}

function reopenUntil({ tenant: { settings } }: Directory, event: ReportEvent): Date | null {
  const closes = event.kind === 'resolved' || event.kind === 'declined'
  return closes && settings.authorReopens ? new Date(event.at.getTime() + settings.reopenDays * day) : null
}

type Linked = { readonly directory: Directory; readonly origin: string; readonly secret: Uint8Array }

/** The address that opens a report to its author, in their language. */
export function privateLink({ directory, origin, secret }: Linked, report: Report, locale: Locale): string {
  const link = new URL(`/segui/${signReportLink(secret, report.tenant, report.id)}`, tenantOrigin(directory.hosts, origin))
  if (locale !== 'it') link.searchParams.set('lingua', locale)
  return link.href
}

import type { AuthorDetails, Report } from '#domain/reports/report.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeAuthorLetter, isTold, type ToldKind } from '#lib/mail/author-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Letter } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { authorLetterFacts, filesSentWith, privateLink, saidWith } from '#server/queries/author/author-letter-facts.ts'
import { readAuthor } from '#server/storage/authors.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type ReportEvent, readEvent } from '#server/storage/events.ts'
import { confirmationMessageId, endMails } from '#server/storage/mail-log.ts'
import { readReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'
import type { Outside } from './outside.ts'
import { sendOnce } from './send-once.ts'

type Ways = Pick<Outside, 'world' | 'mailer' | 'origin'>

type Told = {
  readonly directory: Directory
  readonly report: Report
  readonly event: ReportEvent & { readonly kind: ToldKind }
  readonly author: AuthorDetails & { readonly email: string }
}

/** Tells the author by mail what happened, once; whoever left no address, or was erased, is told nothing. */
export async function mailToAuthor(outside: Ways, job: Jobs['mail.to-author']): Promise<void> {
  const { world } = outside
  const directory = await world.directories.of(job.tenant)
  const written = await world.read(job.tenant, (reader) => writeLetter(outside, reader, directory, job))
  if (written === null) return notNeeded(world, job)
  await sendOnce(outside, job, { ...written, recipient: 'author', attempt: job.attempt ?? 0 })
}

/** Who was to be told has no address any more. */
async function notNeeded(world: World, { tenant, event, attempt = 0 }: Jobs['mail.to-author']): Promise<void> {
  await world.transaction(tenant, (tx) =>
    endMails(tx, { event, recipient: 'author', attempt }, { state: 'skipped', error: null, at: world.now() }),
  )
}

type Written = { readonly template: ToldKind; readonly letter: Letter }

async function writeLetter(
  { world, origin }: Ways,
  reader: Reader,
  directory: Directory,
  job: Jobs['mail.to-author'],
): Promise<Written | null> {
  const told = await readTold(reader, directory, job)
  if (told === null) return null
  const { event, author } = told
  const { settings } = directory.tenant
  const link = privateLink({ directory, origin, secret: world.secret }, told.report, author.locale)
  const facts = await authorLetterFacts(reader, {
    ...told,
    link,
    said: await saidWith(reader, event),
    files: await filesSentWith(reader, event, link),
  })
  const { subject, text, html } = composeAuthorLetter(facts, dictionary(author.locale), author.locale)
  const first = event.kind === 'submitted' ? null : await confirmationMessageId(reader, job.report, author.email)
  const body = { name: settings.name, address: settings.email }
  const letter: Letter = {
    to: { name: [author.firstName, author.lastName].filter(Boolean).join(' '), address: author.email },
    from: body,
    replyTo: body,
    subject,
    text,
    html,
    messageId: `<${event.id}${job.attempt ? `.${job.attempt}` : ''}@${new URL(tenantOrigin(directory.hosts, origin)).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': author.locale,
      ...(first && { 'In-Reply-To': first, References: first }),
    },
  }
  return { template: event.kind, letter }
}

async function readTold(reader: Reader, directory: Directory, job: Jobs['mail.to-author']): Promise<Told | null> {
  const event = await readEvent(reader, job.event)
  const report = await readReport(reader, job.report)
  if (!event || !report?.author) return null
  const { kind } = event
  const author = await readAuthor(reader, report.author)
  if (!author?.email || !isTold(kind, dictionary(author.locale))) return null
  return { directory, report, event: { ...event, kind }, author: { ...author, email: author.email } }
}

import { error, type RequestEvent } from '@sveltejs/kit'
import { areaAt } from '#domain/areas/area-index.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { fill } from '#lib/messages/fill.ts'
import { type Receipt, renderReceipt } from '#server/delivery/pdf/receipt.ts'
import { type SentReport, sentReport } from '#server/queries/submissions/sent-report.ts'

/** What was sent under this key; whoever does not know a key learns nothing. */
export async function requireSent({ locals }: Pick<RequestEvent, 'locals'>, key: string): Promise<SentReport> {
  const { installation, directory, words } = locals
  const sent = isId(key) ? await installation.world.read(directory.tenant.id, (reader) => sentReport(reader, key)) : null
  if (!sent) error(404, words.errors.notFound)
  return sent
}

/** A day as the reader writes it, in the body's zone. */
export function dayOf({ locale, directory }: Pick<App.Locals, 'locale' | 'directory'>, instant: Date): string {
  const { zone } = directory.tenant.settings.calendar
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone }).format(instant)
}

/** The receipt of what was sent, as a PDF. */
export function receiptOf(locals: App.Locals, sent: SentReport): Promise<Uint8Array> {
  const { settings } = locals.directory.tenant
  const words = receiptWords(locals, sent)
  const receipt: Receipt = {
    lang: locals.locale,
    title: fill(words.title, { number: sent.report.number }),
    body: settings.name,
    rows: receiptRows(locals, sent),
    paragraphs: [words.paragraph],
    footer: fill(words.footer, { body: settings.name, address: settings.address, email: settings.email }),
  }
  return renderReceipt(receipt)
}

function receiptWords({ words, locale }: App.Locals, { report }: Pick<SentReport, 'report'>) {
  return wordsForKind(words.wizard.receipt, report.kind, locale)
}

/** The receipt as a file to keep. */
export async function receiptAnswer(locals: App.Locals, sent: SentReport): Promise<Response> {
  const pdf = await receiptOf(locals, sent)
  const name = fill(receiptWords(locals, sent).file, { number: sent.report.number })
  return new Response(Buffer.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

function receiptRows(locals: App.Locals, { report, author, files }: SentReport): Receipt['rows'] {
  const { directory, locale, words } = locals
  const { data } = words.wizard
  const receipt = receiptWords(locals, { report })
  const { zone } = directory.tenant.settings.calendar
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const category = directory.categories.get(report.category)
  const area = report.place ? areaAt(directory.areaIndex, report.place) : null
  const rows = [
    { label: receipt.number, value: String(report.number) },
    { label: receipt.received, value: instant.format(report.submittedAt) },
    { label: receipt.kind, value: words.reports.kind[report.kind] },
    { label: receipt.category, value: category && report.kind !== 'assistance' ? inLocale(category.name, locale) : '' },
    { label: receipt.subject, value: report.title },
    { label: receipt.details, value: report.description },
    { label: receipt.place, value: report.address ?? (report.place ? data.point : '') },
    { label: receipt.area, value: (area && directory.areas.get(area)?.name) || '' },
    { label: receipt.files, value: files.map(({ name }) => name).join(', ') },
    { label: receipt.author, value: [author?.firstName, author?.lastName].filter(Boolean).join(' ') },
    { label: receipt.firstReply, value: dayOf(locals, report.firstReplyDue) },
    { label: receipt.resolution, value: dayOf(locals, report.resolutionDue) },
  ]
  return rows.filter(({ value }) => value !== '')
}

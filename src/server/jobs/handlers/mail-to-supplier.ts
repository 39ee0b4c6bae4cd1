import { inLocale, type Locale } from '#domain/shared/words.ts'
import { linkRefusal } from '#domain/suppliers/supplier-link.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeSupplierLetter } from '#lib/mail/supplier-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { signSupplierLink } from '#server/gateways/secrets.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { readEvent } from '#server/storage/events.ts'
import { readReport } from '#server/storage/reports.ts'
import { readSupplierLink } from '#server/storage/supplier-links.ts'
import type { Outside } from './outside.ts'
import { sendOnce } from './send-once.ts'

/** Whoever works for the body reads its language. */
const locale: Locale = 'it'

/** Brings somebody outside their link, once for each time that it was sent; what was taken back meanwhile stays here. */
export async function mailToSupplier(
  outside: Pick<Outside, 'world' | 'mailer' | 'origin'>,
  job: Jobs['mail.to-supplier'],
): Promise<void> {
  const { world, origin } = outside
  const directory = await world.directories.of(job.tenant)
  const found = await world.read(job.tenant, async (reader) => {
    const event = await readEvent(reader, job.event)
    const report = await readReport(reader, job.report)
    const link = event?.detail.supplier ? await readSupplierLink(reader, event.detail.supplier) : null
    return event && report && link && linkRefusal(link, report, world.now()) === null ? { event, report, link } : null
  })
  if (!found) return
  const { event, report, link } = found
  const { settings } = directory.tenant
  const category = directory.categories.get(report.category)
  const own = tenantOrigin(directory.hosts, origin)
  const facts = {
    body: { name: settings.name, zone: settings.calendar.zone, phone: settings.phone, email: settings.email },
    name: link.name,
    number: report.number,
    category: category ? inLocale(category.name, locale) : '',
    address: link.showsPlace ? report.address : null,
    description: link.description,
    until: link.expiresAt,
    link: `${own}/fornitore/${signSupplierLink(world.secret, job.tenant, link.id)}`,
  }
  const from = { name: settings.name, address: settings.email }
  const letter = {
    ...composeSupplierLetter(facts, dictionary(locale), locale),
    to: { name: link.name, address: link.email },
    from,
    replyTo: from,
    messageId: `<${event.id}@${new URL(own).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }
  await sendOnce(outside, job, { template: 'supplier_invited', letter, recipient: 'supplier' })
}

import { checkConformity } from '#domain/services/check-conformity.ts'
import { inLocale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeMissedPublication } from '#lib/mail/missed-publication-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { MailRejected } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { listAdministrators, readAccount } from '#server/storage/accounts.ts'
import { readWrittenService, writingOf } from '#server/storage/service-drafts.ts'
import { readStaffWishes } from '#server/storage/staff-wishes.ts'
import type { Outside } from './outside.ts'

/** Tells one of those who administer the body that a sheet was not published; by then somebody may have seen to it, and no letter goes. */
export async function mailMissedPublication(
  { world, mailer, origin }: Pick<Outside, 'world' | 'mailer' | 'origin'>,
  { tenant, service: id, at, account }: Jobs['mail.missed-publication'],
): Promise<void> {
  const directory = await world.directories.of(tenant)
  const found = await world.read(tenant, async (reader) => {
    const service = await readWrittenService(reader, id)
    const person = (await listAdministrators(reader)).includes(account) ? await readAccount(reader, account) : null
    const locale = (await readStaffWishes(reader, [account])).get(account)?.locale ?? 'it'
    return service && person ? { service, person, locale } : null
  })
  if (found?.service.publishMissedAt?.toISOString() !== at) return
  const { service, person, locale } = found
  const { settings } = directory.tenant
  const own = tenantOrigin(directory.hosts, origin)
  const { sheet } = writingOf(service)
  const facts = {
    body: { name: settings.name, zone: settings.calendar.zone },
    name: person.name,
    title: inLocale(sheet.title, locale),
    at: new Date(at),
    lacks: checkConformity(sheet, directory.offices),
    link: `${own}/operatori/impostazioni/servizi/${id}`,
  }
  const from = { name: settings.name, address: settings.email }
  const letter = {
    ...composeMissedPublication(facts, dictionary(locale), locale),
    to: { name: person.name, address: person.email },
    from,
    replyTo: from,
    messageId: `<${id}.${Date.parse(at)}.${account}@${new URL(own).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  }
  await mailer.send(letter).catch((fault) => {
    if (!(fault instanceof MailRejected)) throw fault
  })
}

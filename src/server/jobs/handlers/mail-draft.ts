import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { draftEnd } from '#domain/reports/draft-life.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeDraftLetter } from '#lib/mail/draft-letter.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { MailRejected } from '#server/gateways/mail.ts'
import { draftCode, signDraftLink } from '#server/gateways/secrets.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { readDraft } from '#server/storage/drafts.ts'
import type { Outside } from './outside.ts'

/** Sends link and code by which a draft is gone on with to its address; one that was sent or forgotten meanwhile needs none. */
export async function mailDraft(
  { world, mailer, origin }: Outside,
  { tenant, draft, locale }: Jobs['mail.draft'],
): Promise<void> {
  const directory = await world.directories.of(tenant)
  const found = await world.read(tenant, (reader) => readDraft(reader, draft))
  if (!found?.email) return
  const { name, email, calendar } = directory.tenant.settings
  const own = tenantOrigin(directory.hosts, origin)
  const link = new URL(`/riprendi/${signDraftLink(world.secret, tenant, draft)}`, own)
  if (locale !== 'it') link.searchParams.set('lingua', locale)
  const from = { name, address: email }
  const facts = {
    body: name,
    link: link.href,
    page: new URL('/riprendi', own).href,
    code: writeCode(draftCode(world.secret, tenant, draft)),
    until: writeDay(draftEnd(found.updatedAt), locale, calendar.zone),
  }
  const letter = {
    ...composeDraftLetter(facts, dictionary(locale), locale),
    to: { name: '', address: found.email },
    from,
    replyTo: from,
    messageId: `<${world.newId<'mail'>()}@${new URL(own).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }
  try {
    await mailer.send(letter)
  } catch (fault) {
    // An address that refuses for good was mistyped: there is nobody to tell.
    if (!(fault instanceof MailRejected)) throw fault
  }
}

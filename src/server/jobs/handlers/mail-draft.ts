import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeDraftLetter } from '#lib/mail/draft-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { MailRejected } from '#server/gateways/mail.ts'
import { signDraftLink } from '#server/gateways/secrets.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { addressOfDraft } from '#server/storage/drafts.ts'
import type { Outside } from './outside.ts'

/** Sends the link by which a draft is gone on with to the address that is written in it; one that was sent or forgotten meanwhile needs none. */
export async function mailDraft(
  { world, mailer, origin }: Outside,
  { tenant, draft, locale }: Jobs['mail.draft'],
): Promise<void> {
  const directory = await world.directories.of(tenant)
  const address = await world.read(tenant, (reader) => addressOfDraft(reader, draft))
  if (address === null) return
  const { name, email } = directory.tenant.settings
  const own = tenantOrigin(directory.hosts, origin)
  const link = new URL(`/riprendi/${signDraftLink(world.secret, tenant, draft)}`, own)
  if (locale !== 'it') link.searchParams.set('lingua', locale)
  const from = { name, address: email }
  const letter = {
    ...composeDraftLetter({ body: name, link: link.href }, dictionary(locale), locale),
    to: { name: '', address },
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

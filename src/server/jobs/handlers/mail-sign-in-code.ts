import { codeTerms, isCodeOpen } from '#domain/citizens/sign-in-code.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeCodeLetter } from '#lib/mail/code-letter.ts'
import { writeTime } from '#lib/messages/dates.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { MailRejected } from '#server/gateways/mail.ts'
import { hashUnder, randomDigits } from '#server/gateways/secrets.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { readSignInCode, saveCodeHash } from '#server/storage/sign-in-codes.ts'
import type { Outside } from './outside.ts'

/**
 * Sends the code by which somebody is known by their address. It is made here and kept as a hash, so that it lies in no queue; tried
 * again, the letter carries another. One that is over, or that a later one replaced, is not sent.
 */
export async function mailSignInCode(
  { world, mailer, origin }: Outside,
  { tenant, code: id, locale }: Jobs['mail.sign-in-code'],
): Promise<void> {
  const { hosts, tenant: body } = await world.directories.of(tenant)
  const asked = await world.read(tenant, (reader) => readSignInCode(reader, id))
  if (!asked || !isCodeOpen(asked, world.now())) return
  const code = randomDigits(codeTerms.digits)
  await world.transaction(tenant, (tx) => saveCodeHash(tx, id, hashUnder(world.secret, 'sign-in-code', tenant, id, code)))
  const { name, email, calendar } = body.settings
  const from = { name, address: email }
  const until = writeTime(asked.expiresAt, locale, calendar.zone)
  const letter = {
    ...composeCodeLetter({ body: name, code, until }, dictionary(locale), locale),
    to: { name: '', address: asked.email },
    from,
    replyTo: from,
    messageId: `<${world.newId<'mail'>()}@${new URL(tenantOrigin(hosts, origin)).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }
  try {
    await mailer.send(letter)
  } catch (fault) {
    // An address that refuses for good was mistyped: there is nobody to tell.
    if (!(fault instanceof MailRejected)) throw fault
  }
}

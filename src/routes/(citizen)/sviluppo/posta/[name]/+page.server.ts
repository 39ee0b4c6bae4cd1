import { error } from '@sveltejs/kit'
import { writeMoment } from '#lib/messages/dates.ts'
import { readMail } from '#server/gateways/mail-folder.ts'
import { openOutbox } from '../../outbox.server.ts'
import type { PageServerLoad } from './$types'

/** One letter: its text, the links that it holds, and the way to its HTML. */
export const load: PageServerLoad = async (event) => {
  const folder = openOutbox(event)
  const { locale, words, directory } = event.locals
  const mail = await readMail(folder, event.params.name)
  if (!mail) error(404, words.errors.notFound)
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  const { letter } = mail
  return {
    words: words.mail.outbox,
    name: mail.name,
    subject: letter.subject,
    text: letter.text,
    links: [...new Set(letter.text.match(/https?:\/\/\S+/g))],
    headers: [
      { label: words.mail.outbox.from, value: `${letter.from.name} <${letter.from.address}>` },
      { label: words.mail.outbox.to, value: `${letter.to.name} <${letter.to.address}>` },
      { label: words.mail.outbox.at, value: writeMoment(mail.at, locale, directory.tenant.settings.calendar.zone) },
      { label: 'Message-ID', value: letter.messageId },
      ...Object.entries(letter.headers ?? {}).map(([label, value]) => ({ label, value })),
    ],
  }
}

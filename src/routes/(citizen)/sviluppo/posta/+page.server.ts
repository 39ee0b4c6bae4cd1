import { writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { listMails } from '#server/gateways/mail-folder.ts'
import { openOutbox } from '../outbox.server.ts'
import type { PageServerLoad } from './$types'

const most = 200

/** The letters that a development installation wrote, newest first. */
export const load: PageServerLoad = async (event) => {
  const folder = openOutbox(event)
  const { locale, words, directory } = event.locals
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  const mails = await listMails(folder, most)
  return {
    words: words.mail.outbox,
    intro: fill(words.mail.outbox.intro, { n: most }),
    mails: mails.map(({ name, at, letter }) => ({
      name,
      at: writeMoment(at, locale, directory.tenant.settings.calendar.zone),
      to: letter.to.address,
      subject: letter.subject,
    })),
  }
}

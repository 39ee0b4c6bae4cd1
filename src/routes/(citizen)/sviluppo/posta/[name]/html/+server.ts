import { error } from '@sveltejs/kit'
import { readMail } from '#server/gateways/mail-folder.ts'
import { openOutbox } from '../../../outbox.server.ts'
import type { RequestHandler } from './$types'

/** The HTML of a letter as a mail program shows it: no script, nothing from outside, no form. */
export const GET: RequestHandler = async (event) => {
  const folder = openOutbox(event)
  const mail = await readMail(folder, event.params.name)
  if (!mail) error(404, event.locals.words.errors.notFound)
  return new Response(mail.letter.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

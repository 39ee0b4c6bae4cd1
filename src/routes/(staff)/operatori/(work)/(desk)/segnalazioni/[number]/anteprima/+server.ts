import { error } from '@sveltejs/kit'
import { readForm } from '../../../../../../../read-form.server.ts'
import { whoAndWhat } from '../change.server.ts'
import { letterMeant } from '../preview.server.ts'
import type { RequestHandler } from './$types'

/** A letter needs its own styles and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

/** The mail that a form would send, as it is laid out; nothing is sent. */
export const POST: RequestHandler = async (event) => {
  const form = await readForm(event.request)
  const letter = await letterMeant(event, form, await whoAndWhat(event))
  if (!letter.ok) error(422, event.locals.words.talk.preview.none)
  return new Response(letter.value.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'private, no-store',
    },
  })
}

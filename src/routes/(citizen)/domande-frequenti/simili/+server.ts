import { json } from '@sveltejs/kit'
import { readForm, textOf } from '../../../read-form.server.ts'
import { likeFaqs } from '../present-faqs.server.ts'
import type { RequestHandler } from './$types'

/** The questions that what is being written seems to ask; posted, so that no log keeps it. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const { installation, clientAddress } = locals
  const form = await readForm(request)
  if (!(await installation.limits.take('draft-save', clientAddress))) return json({ faqs: [] }, { status: 429 })
  return json({ faqs: await likeFaqs(locals, textOf(form, 'text')) }, { headers: { 'cache-control': 'no-store' } })
}

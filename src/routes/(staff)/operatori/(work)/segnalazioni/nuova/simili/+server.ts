import { json } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { candidatesFor } from '../like.server.ts'
import { readEntry } from '../read-entry.server.ts'
import type { RequestHandler } from './$types'

/** Reports that may be about what is being typed, for the form that shows them without being loaded again. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const { staff } = locals
  if (!staff || !mayDo(staff, 'record_for_others')) return json({ candidates: [] }, { status: 403 })
  const { entry } = readEntry(locals, await request.formData())
  const candidates = await candidatesFor(entry.content, staff, locals)
  return json({ candidates, category: entry.content.category }, { headers: { 'cache-control': 'private, no-store' } })
}

import { redirect } from '@sveltejs/kit'
import { citizenCookie } from '#server/delivery/web/citizen-session.ts'
import { leaveArea } from '#server/use-cases/citizens/leave-area.ts'
import { draftForms, letGo } from '../held-drafts.server.ts'
import type { RequestHandler } from './$types'

/** Signs a citizen out. */
export const POST: RequestHandler = async ({ locals, cookies, url }) => {
  const token = cookies.get(citizenCookie(url))
  if (token) await leaveArea(locals.installation.world, locals.directory.tenant.id, token)
  // What was being written is in the area; whoever comes next to this machine does not find it.
  for (const form of draftForms) letGo(cookies, form)
  cookies.delete(citizenCookie(url), { path: '/', secure: url.protocol === 'https:' })
  redirect(303, '/accedi?uscita')
}

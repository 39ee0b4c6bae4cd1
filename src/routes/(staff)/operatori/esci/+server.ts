import { redirect } from '@sveltejs/kit'
import { staffCookie } from '#server/delivery/web/staff-session.ts'
import { signOut } from '#server/use-cases/people/sign-out.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = async ({ locals, cookies }) => {
  const token = cookies.get(staffCookie)
  if (token) await signOut(locals.installation.world, locals.directory.tenant.id, token)
  cookies.delete(staffCookie, { path: '/' })
  redirect(303, '/operatori/accedi?uscita')
}

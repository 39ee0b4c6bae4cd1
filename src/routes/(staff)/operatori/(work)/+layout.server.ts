import { redirect } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import type { LayoutServerLoad } from './$types'

/**
 * Nobody works here without having signed in; afterwards they land where they wanted to go, or where something is for them. The keys
 * are those of every page.
 */
export const load: LayoutServerLoad = ({ locals, url, request }) => {
  if (!locals.staff && request.method !== 'POST')
    redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname + url.search)}`)
  if (locals.staff && url.pathname === '/operatori' && !mayDo(locals.staff, 'see_inbox')) redirect(303, '/operatori/dati')
  return { keyboard: locals.words.keyboard }
}

import { redirect } from '@sveltejs/kit'
import type { LayoutServerLoad } from './$types'

/** Nobody works here without having signed in; afterwards they land where they wanted to go. The keys are those of every page. */
export const load: LayoutServerLoad = ({ locals, url, request }) => {
  if (!locals.staff && request.method !== 'POST')
    redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname + url.search)}`)
  return { keyboard: locals.words.keyboard }
}

import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** One's own absences. */
export const load: PageServerLoad = ({ locals }) => {
  redirect(303, locals.staff ? `/operatori/assenze/${locals.staff.account}` : '/operatori/accedi')
}

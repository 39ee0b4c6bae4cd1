import { redirect } from '@sveltejs/kit'
import { staffOf } from '../staff-of.server.ts'
import type { PageServerLoad } from './$types'

/** One's own absences. */
export const load: PageServerLoad = ({ locals }) => {
  redirect(303, `/operatori/assenze/${staffOf(locals).account}`)
}

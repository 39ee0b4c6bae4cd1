import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** An address that leads nowhere still gets the head and foot of the body's pages. */
export const load: PageServerLoad = ({ locals }) => error(404, locals.words.errors.notFound)

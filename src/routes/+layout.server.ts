import type { LayoutServerLoad } from './$types'

/** What every page may need when something goes wrong. */
export const load: LayoutServerLoad = ({ locals }) => ({ errors: locals.words.errors })

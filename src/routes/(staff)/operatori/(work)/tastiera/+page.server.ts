import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({ keyboard: locals.words.keyboard })

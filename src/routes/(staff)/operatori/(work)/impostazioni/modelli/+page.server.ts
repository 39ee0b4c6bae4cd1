import type { PageServerLoad } from './$types'
import { presentTemplate } from './present-templates.server.ts'

/** Every standard text of the body. */
export const load: PageServerLoad = ({ locals, url }) => ({
  templates: locals.words.templates,
  rows: locals.directory.templates.map((template) => presentTemplate(template, locals)),
  removed: url.searchParams.has('eliminato'),
})

import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { legal, title } = locals.words.site
  return {
    words: legal,
    terms: inLocale(settings.terms, locals.locale),
    pageTitle: fill(title, { page: legal.title, body: settings.name }),
    canonical: `${url.origin}/note-legali`,
    rateable: await rateable(locals, { kind: 'page', key: 'legal', path: '/note-legali', title: ({ site }) => site.legal.title }),
  }
}

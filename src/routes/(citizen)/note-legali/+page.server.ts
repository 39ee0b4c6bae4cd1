import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { legal, site } = locals.words
  return {
    words: legal.notes,
    locale: locals.locale,
    terms: inLocale(settings.terms, locals.locale),
    pageTitle: fill(site.title, { page: legal.notes.title, body: settings.name }),
    canonical: `${url.origin}/note-legali`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'legal',
      path: '/note-legali',
      title: ({ legal: { notes } }) => notes.title,
    }),
  }
}

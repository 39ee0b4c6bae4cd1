import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { legal, title } = locals.words.site
  return {
    words: legal,
    terms: inLocale(settings.terms, locals.locale),
    pageTitle: fill(title, { page: legal.title, body: settings.name }),
    canonical: `${url.origin}/note-legali`,
  }
}

import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { privacy, title } = locals.words.site
  return {
    title: privacy.title,
    text: inLocale(settings.privacyNotice, locals.locale),
    ratings: privacy.ratings,
    pageTitle: fill(title, { page: privacy.title, body: settings.name }),
    canonical: `${url.origin}/privacy`,
    rateable: await rateable(locals, { kind: 'page', key: 'privacy', path: '/privacy', title: ({ site }) => site.privacy.title }),
  }
}

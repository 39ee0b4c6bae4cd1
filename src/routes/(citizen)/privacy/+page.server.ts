import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { privacy, title } = locals.words.site
  return {
    title: privacy.title,
    text: inLocale(settings.privacyNotice, locals.locale),
    pageTitle: fill(title, { page: privacy.title, body: settings.name }),
    canonical: `${url.origin}/privacy`,
  }
}

import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** The first level of the official model above what is ours of it: the places. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { site, venues } = locals.words
  return {
    title: site.nav.live,
    words: venues.page,
    pageTitle: fill(site.title, { page: site.nav.live, body: locals.directory.tenant.settings.name }),
    canonical: `${url.origin}/vivere-il-comune`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'live',
      path: '/vivere-il-comune',
      title: (words) => words.site.nav.live,
    }),
  }
}

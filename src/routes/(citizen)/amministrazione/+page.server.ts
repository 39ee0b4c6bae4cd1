import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** The first level of the official model above what is ours of it. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { legal, profiles, site } = locals.words
  const { management } = legal
  return {
    words: management,
    below: [
      { href: '/amministrazione/uffici', label: site.nav.offices, text: management.offices },
      { href: '/amministrazione/personale-amministrativo', label: profiles.page.title, text: profiles.page.text },
    ],
    pageTitle: fill(site.title, { page: management.title, body: locals.directory.tenant.settings.name }),
    canonical: `${url.origin}/amministrazione`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'management',
      path: '/amministrazione',
      title: ({ legal: { management } }) => management.title,
    }),
  }
}

import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import { siteMapOf } from '../site-map.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { title } = locals.words.legal.siteMap
  return {
    title,
    parts: await siteMapOf(locals),
    pageTitle: fill(locals.words.site.title, { page: title, body: locals.directory.tenant.settings.name }),
    canonical: `${url.origin}/mappa-del-sito`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'site-map',
      path: '/mappa-del-sito',
      title: ({ legal: { siteMap } }) => siteMap.title,
    }),
  }
}

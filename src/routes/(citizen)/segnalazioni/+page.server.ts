import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { loadList } from './list.server.ts'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { publicPages, site, forms, reports } = locals.words
  const list = await loadList(locals, url)
  const cursor = ['dopo', 'prima'].find((name) => url.searchParams.has(name))
  const place = cursor ? `${list.kept ? '&' : '?'}${cursor}=${encodeURIComponent(url.searchParams.get(cursor) ?? '')}` : ''
  return {
    ...list,
    tabs: list.tabs.map((tab, at) => ({ ...tab, current: at === 1 })),
    words: publicPages.list,
    forms,
    reports,
    pageTitle: fill(site.title, { page: publicPages.list.title, body: locals.directory.tenant.settings.name }),
    canonical: `${url.origin}/segnalazioni${list.kept}${place}`,
    origin: url.origin,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'reports',
      path: '/segnalazioni',
      title: ({ publicPages }) => publicPages.list.title,
    }),
  }
}

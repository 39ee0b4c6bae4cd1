import { fill } from '#lib/messages/fill.ts'
import { boxOfAreas } from '#server/queries/places/box-of-areas.ts'
import { loadList } from '../list.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { publicPages, site, forms, reports, map } = locals.words
  const { settings } = locals.directory.tenant
  const { cards, results, resolved, filters, filtering, tabs, kept } = await loadList(locals, url)
  const query = new URLSearchParams(kept)
  query.set('lingua', locals.locale)
  return {
    cards: cards.map(({ number, title, stage, category }) => ({ number, title, stage, category })),
    results,
    resolved,
    filters,
    filtering,
    kept,
    tabs: tabs.map((tab, at) => ({ ...tab, current: at === 0 })),
    query: query.toString(),
    box: boxOfAreas(locals.directory),
    locale: locals.locale,
    words: { map, list: publicPages.list, title: publicPages.map.title, forms },
    reports,
    picture: fill(map.picturePublic, { body: settings.name }),
    pageTitle: fill(site.title, { page: publicPages.map.title, body: settings.name }),
    canonical: `${url.origin}/segnalazioni/mappa${kept}`,
  }
}

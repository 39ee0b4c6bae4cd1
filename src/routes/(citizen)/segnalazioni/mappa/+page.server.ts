import type { ComponentProps } from 'svelte'
import { render } from 'svelte/server'
import { fill } from '#lib/messages/fill.ts'
import { boxOfAreas } from '#server/queries/places/box-of-areas.ts'
import { rateable } from '../../rateable.server.ts'
import { loadList } from '../list.server.ts'
import ReportFilters from '../ReportFilters.svelte'
import type { PageServerLoad } from './$types'
import type { MapAndListProps } from './map-and-list.ts'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { publicPages, site, reports, map } = locals.words
  const { settings } = locals.directory.tenant
  const { cards, results, resolved, filters, filtering, tabs, kept } = await loadList(locals, url)
  const query = new URLSearchParams(kept)
  query.set('lingua', locals.locale)
  const shown: MapAndListProps = {
    cards: cards.map(({ number, title, stage, category }) => ({ number, title, stage, category })),
    results,
    filterForm: drawFilters(locals, filters, filtering),
    kept,
    query: query.toString(),
    box: boxOfAreas(locals.directory),
    locale: locals.locale,
    words: { map, list: publicPages.list },
    reports,
    picture: fill(map.picturePublic, { body: settings.name }),
  }
  return {
    shown,
    title: publicPages.map.title,
    resolved,
    tabs: tabs.map((tab, at) => ({ ...tab, current: at === 0 })),
    pageTitle: fill(site.title, { page: publicPages.map.title, body: settings.name }),
    canonical: `${url.origin}/segnalazioni/mappa${kept}`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'reports-map',
      path: '/segnalazioni/mappa',
      title: ({ publicPages }) => publicPages.map.title,
    }),
  }
}

/** Drawn here alone: a form that the browser sends by itself needs no script, and its parts are not sent for it. */
function drawFilters(
  { words }: App.Locals,
  filters: ComponentProps<typeof ReportFilters>['filters'],
  filtering: boolean,
): string {
  const { publicPages, forms, shell } = words
  const props = { action: '/segnalazioni/mappa', filters, filtering, words: publicPages.list.filters, forms, shell }
  return render(ReportFilters, { props }).body
}

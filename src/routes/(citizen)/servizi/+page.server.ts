import { serviceCategories } from '#domain/services/service-category.ts'
import { fill } from '#lib/messages/fill.ts'
import { countByEvent } from '#server/queries/public/count-services.ts'
import { listServices } from '#server/queries/public/list-services.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { eventLinks } from './event-links.server.ts'
import { loadServices, presentCard } from './present-services.server.ts'

const mostFeatured = 4

/** All services of the body: those it puts first, all by name, and the ways to them by category. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const { services, vocabularies, site } = words
  const found = await loadServices(locals, url, {})
  const { featured, events } = await installation.world.read(directory.tenant.id, async (reader) => ({
    featured: await listServices(reader, { featured: true }, mostFeatured),
    events: await countByEvent(reader),
  }))
  return {
    words: services,
    found,
    featured: found.text ? [] : featured.cards.map((card) => presentCard(card, locals)),
    events: eventLinks(events, locals).map(({ href, label }) => ({ href, label })),
    categories: serviceCategories.map((category) => ({
      href: `/servizi/${category}`,
      label: vocabularies.categories[category],
      text: vocabularies.categoryTexts[category],
    })),
    pageTitle: fill(site.title, { page: services.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/servizi`,
    rateable: await rateable(locals, { kind: 'page', key: 'services', path: '/servizi', title: (say) => say.services.title }),
  }
}

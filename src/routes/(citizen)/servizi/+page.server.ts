import { serviceCategories } from '#domain/services/service-category.ts'
import { fill } from '#lib/messages/fill.ts'
import { listServices } from '#server/queries/public/list-services.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { loadServices, presentCard } from './present-services.server.ts'

const mostFeatured = 4

/** All services of the body: those it puts first, all by name, and the ways to them by category. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const { services, vocabularies, site } = words
  const list = await loadServices(locals, url, {})
  const featured = await installation.world.read(directory.tenant.id, (reader) =>
    listServices(reader, { featured: true }, mostFeatured),
  )
  return {
    words: services,
    list,
    featured: list.text ? [] : featured.cards.map((card) => presentCard(card, locals)),
    categories: serviceCategories.map((category) => ({
      href: `/servizi/${category}`,
      title: vocabularies.categories[category],
      text: vocabularies.categoryTexts[category],
    })),
    pageTitle: fill(site.title, { page: services.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/servizi`,
    rateable: await rateable(locals, { kind: 'page', key: 'services', path: '/servizi', title: (say) => say.services.title }),
  }
}

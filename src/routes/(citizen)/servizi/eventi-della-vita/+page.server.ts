import { count, fill } from '#lib/messages/fill.ts'
import { countByEvent } from '#server/queries/public/count-services.ts'
import { rateable } from '../../rateable.server.ts'
import { eventLinks } from '../event-links.server.ts'
import type { PageServerLoad } from './$types'

/** The events for which there are services, of people and of businesses. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const { events, topics, title } = words.services
  const counted = await installation.world.read(directory.tenant.id, (reader) => countByEvent(reader))
  const links = eventLinks(counted, locals).map(({ services, ...link }) => ({
    ...link,
    text: count(locale, topics.services, services),
  }))
  return {
    words: events,
    servicesTitle: title,
    groups: [
      { title: events.people, links: links.filter(({ business }) => !business) },
      { title: events.businesses, links: links.filter(({ business }) => business) },
    ].filter((group) => group.links.length > 0),
    pageTitle: fill(words.site.title, { page: events.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/servizi/eventi-della-vita`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'life-events',
      path: '/servizi/eventi-della-vita',
      title: (say) => say.services.events.title,
    }),
  }
}

import { error } from '@sveltejs/kit'
import { businessEvents, lifeEvents } from '#domain/services/life-event.ts'
import { eventPath } from '#domain/services/sheet-path.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../../../rateable.server.ts'
import { loadServices } from '../../present-services.server.ts'
import type { PageServerLoad } from './$types'

/** The services for an event in the life of a person or a business. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { directory, words } = locals
  const { services, vocabularies } = words
  const [life, business] = [oneOf(lifeEvents, params.event), oneOf(businessEvents, params.event)]
  const event = life ?? business
  if (!event) error(404, words.errors.notFound)
  const named = { ...vocabularies.lifeEvents, ...vocabularies.businessEvents }
  const path = eventPath(event)
  return {
    words: services,
    title: named[event],
    found: await loadServices(locals, url, { event }),
    path,
    pageTitle: fill(words.site.title, { page: named[event], body: directory.tenant.settings.name }),
    canonical: url.origin + path,
    rateable: await rateable(locals, {
      kind: 'page',
      key: `life-events/${event}`,
      path,
      title: (say) => ({ ...say.vocabularies.lifeEvents, ...say.vocabularies.businessEvents })[event],
    }),
  }
}

import { error } from '@sveltejs/kit'
import { topics } from '#domain/services/topic.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../../rateable.server.ts'
import { loadServices } from '../../servizi/present-services.server.ts'
import type { PageServerLoad } from './$types'

/** The services that concern a topic. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { directory, words } = locals
  const topic = oneOf(topics, params.topic)
  if (!topic) error(404, words.errors.notFound)
  const title = words.vocabularies.topics[topic]
  const path = `/argomenti/${topic}`
  return {
    words: words.services,
    title,
    found: await loadServices(locals, url, { topic }),
    path,
    pageTitle: fill(words.site.title, { page: title, body: directory.tenant.settings.name }),
    canonical: url.origin + path,
    rateable: await rateable(locals, {
      kind: 'page',
      key: `topics/${topic}`,
      path,
      title: ({ vocabularies }) => vocabularies.topics[topic],
    }),
  }
}

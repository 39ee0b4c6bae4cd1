import { topics } from '#domain/services/topic.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { countByTopic } from '#server/queries/public/count-services.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** The topics of the services, by name. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const say = words.services.topics
  const counted = await installation.world.read(directory.tenant.id, (reader) => countByTopic(reader))
  const links = topics.flatMap((topic) => {
    const services = counted.get(topic)
    if (services === undefined) return []
    return [{ href: `/argomenti/${topic}`, label: words.vocabularies.topics[topic], text: count(locale, say.services, services) }]
  })
  return {
    words: say,
    links: links.toSorted((one, other) => one.label.localeCompare(other.label, locale)),
    pageTitle: fill(words.site.title, { page: say.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/argomenti`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'topics',
      path: '/argomenti',
      title: ({ services }) => services.topics.title,
    }),
  }
}

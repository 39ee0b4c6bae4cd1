import { error } from '@sveltejs/kit'
import { serviceCategories } from '#domain/services/service-category.ts'
import { oneOf } from '#domain/shared/known-words.ts'
import { fill } from '#lib/messages/fill.ts'
import { faqsOfCategory } from '#server/queries/public/search-faqs.ts'
import { presentFaqs } from '../../domande-frequenti/present-faqs.server.ts'
import { rateable } from '../../rateable.server.ts'
import { loadServices } from '../present-services.server.ts'
import type { PageServerLoad } from './$types'

/** The services of a category. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words } = locals
  const category = oneOf(serviceCategories, params.category)
  if (!category) error(404, words.errors.notFound)
  const path = `/servizi/${category}`
  const title = words.vocabularies.categories[category]
  const faqs = await installation.world.read(directory.tenant.id, (reader) => faqsOfCategory(reader, category))
  return {
    words: words.services,
    faqs: { title: words.faqs.public.title, words: words.faqs.public, shown: await presentFaqs(faqs, locals) },
    title,
    intro: words.vocabularies.categoryTexts[category],
    found: await loadServices(locals, url, { category }),
    path,
    pageTitle: fill(words.site.title, { page: title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}${path}`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: `services/${category}`,
      path,
      title: (say) => say.vocabularies.categories[category],
    }),
  }
}

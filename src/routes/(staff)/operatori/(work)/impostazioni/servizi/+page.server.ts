import { serviceCategories } from '#domain/services/service-category.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { readWrittenServices } from '#server/storage/service-drafts.ts'
import { officeChoices } from '../uffici/present-offices.server.ts'
import type { PageServerLoad } from './$types'
import { presentService } from './present-services.server.ts'

/** The services that the address asks for, drafts too, and whether each could be published. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const services = await installation.world.read(directory.tenant.id, readWrittenServices)
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const filter = {
    state: asked('stato'),
    category: asked('categoria'),
    office: asked('ufficio'),
    conformity: asked('conformita'),
  }
  const rows = services
    .map((service) => presentService(service, locals))
    .filter(
      ({ state, category, responsible, lacks }) =>
        (filter.state === '' || filter.state === state) &&
        (filter.category === '' || filter.category === category) &&
        (filter.office === '' || filter.office === responsible) &&
        (filter.conformity === '' || (filter.conformity === 'no') === lacks > 0),
    )
    .sort((one, other) => one.title.localeCompare(other.title, locale))
  const { serviceEditor: says, vocabularies } = words
  return {
    says,
    files: words.serviceFiles,
    imported: importedText(url, locals),
    rows,
    found: count(locale, says.list.found, rows.length),
    filter,
    filtered: Object.values(filter).some(Boolean),
    choices: {
      state: Object.entries(says.states).map(([value, label]) => ({ value, label })),
      category: serviceCategories.map((value) => ({ value, label: vocabularies.categories[value] })),
      office: officeChoices([...directory.offices.values()], locale),
      conformity: [
        { value: 'si', label: says.list.conforms },
        { value: 'no', label: says.list.wanting },
      ],
    },
  }
}

/** What came of an import that ends here. */
function importedText(url: URL, { words, locale }: App.Locals): string | null {
  const [made, changed] = [Number(url.searchParams.get('nuovi')), Number(url.searchParams.get('cambiati'))]
  if (!url.searchParams.has('nuovi') || !Number.isSafeInteger(made) || !Number.isSafeInteger(changed)) return null
  const { done, total } = words.serviceFiles
  return fill(done, { made: count(locale, total.make, made), changed: count(locale, total.change, changed) })
}

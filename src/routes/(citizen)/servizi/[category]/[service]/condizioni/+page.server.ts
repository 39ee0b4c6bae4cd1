import { error } from '@sveltejs/kit'
import { sheetPath } from '#domain/services/sheet-path.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { findSheet } from '../find-sheet.server.ts'
import type { PageServerLoad } from './$types'

/** The conditions of a service, where its sheet holds them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { words, locale, directory } = locals
  const { service, category } = await findSheet(params, locals, '/condizioni')
  const text = inLocale(service.sheet.conditionsText, locale)
  if (!text) error(404, words.errors.notFound)
  const path = sheetPath(category, service.code)
  const title = inLocale(service.sheet.title, locale)
  return {
    title: words.services.sheet.conditions,
    text,
    crumbs: [
      { label: words.services.title, href: '/servizi' },
      { label: words.vocabularies.categories[category], href: `/servizi/${category}` },
      { label: title, href: path },
      { label: words.services.sheet.conditions },
    ],
    pageTitle: fill(words.site.title, {
      page: `${words.services.sheet.conditions}: ${title}`,
      body: directory.tenant.settings.name,
    }),
    canonical: `${url.origin}${path}/condizioni`,
    intro: title,
  }
}

import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { crumbsToPeople } from './crumbs.server.ts'

/** Everybody whom the body shows, by family name. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { directory, locale, words } = locals
  const { page } = words.profiles
  const officeName = (id: string) => {
    const office = [...directory.offices.values()].find((one) => one.id === id && one.active)
    return office && inLocale(office.name, locale)
  }
  return {
    words: page,
    crumbs: crumbsToPeople(locals),
    people: directory.profiles
      .filter(({ active }) => active)
      .map(({ code, firstName, lastName, posts }) => ({
        href: `/amministrazione/personale-amministrativo/${code}`,
        name: `${firstName} ${lastName}`,
        posts: posts.map(({ title, office }) => [inLocale(title, locale), officeName(office)].filter(Boolean).join(', ')),
      })),
    pageTitle: fill(words.site.title, { page: page.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/amministrazione/personale-amministrativo`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'people',
      path: '/amministrazione/personale-amministrativo',
      title: ({ profiles }) => profiles.page.title,
    }),
  }
}

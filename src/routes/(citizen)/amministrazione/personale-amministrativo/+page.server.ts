import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { showPicture } from '../../present-files.server.ts'
import { rateable } from '../../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { crumbsToPeople } from './crumbs.server.ts'

/** Everybody whom the body shows, by family name. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const profiles = directory.profiles.filter(({ active }) => active)
  const files = await installation.world.read(directory.tenant.id, (reader) =>
    readFilesIn(
      reader,
      profiles.map(({ photo }) => photo),
    ),
  )
  const { page } = words.profiles
  const officeName = (id: string) => {
    const office = [...directory.offices.values()].find((one) => one.id === id && one.active)
    return office && inLocale(office.name, locale)
  }
  return {
    words: page,
    crumbs: crumbsToPeople(locals),
    people: profiles.map(({ code, firstName, lastName, posts, photo }) => ({
      href: `/amministrazione/personale-amministrativo/${code}`,
      name: `${firstName} ${lastName}`,
      initials: `${firstName.slice(0, 1)}${lastName.slice(0, 1)}`,
      photo: showPicture(photo === null ? null : { href: photo, alt: null }, files, locals),
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

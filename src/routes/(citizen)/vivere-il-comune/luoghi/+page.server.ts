import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { showPicture } from '../../present-files.server.ts'
import { rateable } from '../../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { crumbsToVenues } from './crumbs.server.ts'

/** Every place where the body can be met. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const venues = directory.venues.filter(({ active }) => active)
  const files = await installation.world.read(directory.tenant.id, (reader) =>
    readFilesIn(
      reader,
      venues.map(({ picture }) => picture),
    ),
  )
  const { page, none } = words.venues
  return {
    words: page,
    none,
    crumbs: crumbsToVenues(locals),
    venues: venues
      .map(({ code, name, address, description, picture }) => ({
        href: `/vivere-il-comune/luoghi/${code}`,
        name: inLocale(name, locale),
        address,
        description: inLocale(description, locale),
        picture: showPicture(picture, files, locals),
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name, locale)),
    pageTitle: fill(words.site.title, { page: page.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/vivere-il-comune/luoghi`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'venues',
      path: '/vivere-il-comune/luoghi',
      title: (all) => all.venues.page.title,
    }),
  }
}

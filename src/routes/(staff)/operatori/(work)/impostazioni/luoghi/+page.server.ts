import { inLocale } from '#domain/shared/words.ts'
import { readVenues } from '#server/storage/venues.ts'
import type { PageServerLoad } from './$types'

/** The places of the body, each to be opened. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const venues = await installation.world.read(directory.tenant.id, readVenues)
  return {
    locale,
    venues: words.venues,
    done: url.searchParams.has('fatto'),
    rows: venues.map(({ id, name, address, active }) => ({
      href: `/operatori/impostazioni/luoghi/${id}`,
      name: inLocale(name, locale),
      address,
      active,
    })),
  }
}

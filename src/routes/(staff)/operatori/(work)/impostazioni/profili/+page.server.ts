import { inLocale } from '#domain/shared/words.ts'
import { readProfiles } from '#server/storage/profiles.ts'
import type { PageServerLoad } from './$types'

/** The public profiles of the body, each to be opened. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const profiles = await installation.world.read(directory.tenant.id, readProfiles)
  return {
    locale,
    profiles: words.profiles,
    done: url.searchParams.has('fatto'),
    rows: profiles.map(({ id, firstName, lastName, posts, active }) => ({
      href: `/operatori/impostazioni/profili/${id}`,
      name: `${lastName} ${firstName}`,
      posts: posts.map(({ title }) => inLocale(title, locale)).join(', '),
      active,
    })),
  }
}

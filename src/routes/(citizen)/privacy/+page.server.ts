import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { addressOf } from '../../own-pages.server.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** What the body says of the data it works with, and what is really kept by each flow that is here. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { legal, site } = locals.words
  const { email, pec, privacyNotice, name } = settings
  const { assistance, appointment, ...always } = legal.privacy.stored
  const isOurs = (address: string | undefined) => address?.startsWith('/')
  return {
    words: legal.privacy,
    text: inLocale(privacyNotice, locals.locale),
    stored: [
      ...[always.reports, always.drafts],
      ...(isOurs(addressOf('assistance', locals)) ? [assistance] : []),
      ...(isOurs(addressOf('appointment', locals)) ? [appointment] : []),
      ...[always.area, always.ratings, always.abuse],
    ],
    rights: fill(legal.privacy.rights, { email, pec }),
    pageTitle: fill(site.title, { page: legal.privacy.title, body: name }),
    canonical: `${url.origin}/privacy`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'privacy',
      path: '/privacy',
      title: ({ legal: { privacy } }) => privacy.title,
    }),
  }
}

import { error } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { describePath } from '../../../describe-path.server.ts'
import { describeContacts, showContacts } from '../../../present-contacts.server.ts'
import { showPicture } from '../../../present-files.server.ts'
import { presentHours } from '../../../present-hours.server.ts'
import { rateable } from '../../../rateable.server.ts'
import { structured } from '../../../structured.server.ts'
import { crumbsToVenues } from '../crumbs.server.ts'
import type { PageServerLoad } from './$types'

/** A place: what is there, how to get in, when it is open, which offices are found there. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, locale, words } = locals
  const { name: body } = directory.tenant.settings
  const venue = directory.venues.find(({ code, active }) => active && code === params.code)
  if (!venue) error(404, words.errors.notFound)
  const files = await installation.world.read(directory.tenant.id, (reader) => readFilesIn(reader, venue.picture))
  const { page } = words.venues
  const [name, description] = [inLocale(venue.name, locale), inLocale(venue.description, locale)]
  const path = `/vivere-il-comune/luoghi/${venue.code}`
  const crumbs = [...crumbsToVenues(locals), { label: name, href: path }]
  return {
    words: page,
    office: words.officePages.page,
    crumbs,
    name,
    picture: showPicture(venue.picture, files, locals),
    text: description,
    access: inLocale(venue.access, locale),
    address: `${venue.address}, ${venue.postcode}`,
    place: venue.place,
    placeText: fill(page.map, { venue: name }),
    hours: presentHours(venue, locals),
    contacts: showContacts(venue.points, locals),
    offices: venue.offices.flatMap((id) => {
      const office = directory.offices.get(id)
      return office?.active ? [{ name: inLocale(office.name, locale), href: `/amministrazione/uffici/${office.code}` }] : []
    }),
    pageTitle: fill(words.site.title, { page: name, body }),
    description,
    canonical: `${url.origin}${path}`,
    structured: structured([
      {
        '@context': 'https://schema.org',
        '@type': 'CivicStructure',
        name,
        description,
        url: `${url.origin}${path}`,
        ...(venue.picture && { image: `${url.origin}${venue.picture.href}` }),
        address: { '@type': 'PostalAddress', streetAddress: venue.address, postalCode: venue.postcode, addressCountry: 'IT' },
        geo: { '@type': 'GeoCoordinates', ...venue.place },
        ...describeContacts(venue.points),
      },
      describePath(crumbs, locals, url.origin),
    ]),
    rateable: await rateable(locals, { kind: 'page', key: `venue-${venue.id}`, path, title: venue.name }),
  }
}

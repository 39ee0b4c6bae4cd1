import type { Office } from '#domain/offices/office.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { takesLetters } from '../../../assistenza/letter.server.ts'
import { describePath } from '../../../describe-path.server.ts'
import { structured } from '../../../structured.server.ts'
import { crumbsToOffices } from '../crumbs.server.ts'
import { peopleHere, venuesHere } from './present-surroundings.server.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** What programs that read the page are told of the office (schema.org). */
export function describeOffice(office: Office, locals: App.Locals, origin: string) {
  const { directory, words, locale } = locals
  const name = inLocale(office.name, locale)
  const { name: body } = directory.tenant.settings
  const page = `${origin}/amministrazione/uffici/${office.code}`
  const { place } = office
  const employees = peopleHere(office, locals).map(({ name: called, href, title }) => ({
    '@type': 'Person',
    name: called,
    jobTitle: title,
    url: `${origin}${href}`,
  }))
  const venues = venuesHere(office, locals).map(({ name: called, address, href }) => ({
    '@type': 'Place',
    name: called,
    address,
    url: `${origin}${href}`,
  }))
  return {
    pageTitle: fill(words.site.title, { page: name, body }),
    description: inLocale(office.competences, locale).slice(0, 160) || name,
    canonical: page,
    structured: structured([
      {
        '@context': 'https://schema.org',
        '@type': 'GovernmentOffice',
        name,
        url: page,
        description: inLocale(office.competences, locale),
        parentOrganization: { '@type': 'GovernmentOrganization', name: body, url: origin },
        ...(office.address && { address: office.address }),
        ...(office.phone && { telephone: office.phone }),
        ...(office.email && !takesLetters(locals) && { email: office.email }),
        ...(place && { geo: { '@type': 'GeoCoordinates', ...place } }),
        ...(employees.length > 0 && { employee: employees }),
        ...(venues.length > 0 && { location: venues }),
        ...(office.opening && { openingHoursSpecification: hoursOf(office.opening) }),
      },
      describePath([...crumbsToOffices(locals), { label: name, href: page }], locals, origin),
    ]),
  }
}

function hoursOf(opening: NonNullable<Office['opening']>) {
  return Object.entries(opening).flatMap(([weekday, spans]) =>
    spans.map(({ from, to }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${days[Number(weekday) - 1]}`,
      opens: from,
      closes: to === '24:00' ? '23:59' : to,
    })),
  )
}

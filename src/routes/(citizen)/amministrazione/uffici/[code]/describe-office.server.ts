import type { Office } from '#domain/offices/office.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { takesLetters } from '../../../assistenza/letter.server.ts'
import { structured } from '../../../structured.server.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** What programs that read the page are told of the office (schema.org). */
export function describeOffice(office: Office, locals: App.Locals, origin: string) {
  const { directory, words, locale } = locals
  const { list } = words.officePages
  const name = inLocale(office.name, locale)
  const { name: body } = directory.tenant.settings
  const page = `${origin}/amministrazione/uffici/${office.code}`
  const { place } = office
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
        ...(office.opening && { openingHoursSpecification: hoursOf(office.opening) }),
      },
      {
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: words.shell.breadcrumb.home, item: `${origin}/` },
          { '@type': 'ListItem', position: 2, name: words.site.nav.management, item: `${origin}/amministrazione` },
          { '@type': 'ListItem', position: 3, name: list.title, item: `${origin}/amministrazione/uffici` },
          { '@type': 'ListItem', position: 4, name, item: page },
        ],
      },
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

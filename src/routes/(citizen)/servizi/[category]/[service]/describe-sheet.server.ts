import { locationOf } from '#domain/services/check-conformity.ts'
import type { Service } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import { sheetPath } from '#domain/services/sheet-path.ts'
import { partAddress } from '#domain/shared/postal-address.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { structured } from '../../../structured.server.ts'

/** What programs that read the sheet are told of the service (schema.org, R.SI.1.1): the evaluation wants one block, and its channel an object. */
export function describeSheet({ code, sheet }: Service, category: ServiceCategory, locals: App.Locals, origin: string) {
  const { words, locale, directory } = locals
  const { name: body, address } = directory.tenant.settings
  const page = `${origin}${sheetPath(category, code)}`
  const title = inLocale(sheet.title, locale)
  const description = inLocale(sheet.description, locale)
  const operator = sheet.responsible && directory.offices.get(sheet.responsible)
  const metatag = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: title,
    description,
    url: page,
    ...(sheet.picture && { image: `${origin}${sheet.picture.href}` }),
    serviceType: words.vocabularies.categories[category],
    serviceOperator: {
      '@type': 'GovernmentOrganization',
      name: body,
      ...(operator && { department: { '@type': 'GovernmentOffice', name: inLocale(operator.name, locale) } }),
    },
    areaServed: { '@type': 'AdministrativeArea', name: inLocale(sheet.coverage, locale) || body },
    audience: { '@type': 'Audience', audienceType: inLocale(sheet.audience, locale) },
    availableChannel: {
      '@type': 'ServiceChannel',
      name: words.services.sheet.access,
      serviceUrl: sheet.online ? new URL(sheet.online.href, origin).href : page,
      serviceLocation: {
        '@type': 'Place',
        name: body,
        address: postal(partAddress(address) ?? { street: address, postcode: '', locality: body }),
        ...locationIn(sheet, locals),
      },
    },
  }
  return {
    pageTitle: fill(words.site.title, { page: title, body }),
    description,
    canonical: page,
    structured: structured(metatag, 'metatag') + structured(breadcrumb(title, page, category, locals, origin)),
  }
}

function locationIn(sheet: Service['sheet'], { directory, locale }: App.Locals) {
  const found = locationOf(sheet, directory.offices)
  if (!found) return {}
  const { office, address } = found
  return { name: inLocale(office.name, locale), address: postal(address), ...(office.phone && { telephone: office.phone }) }
}

function postal({ street, postcode, locality }: { street: string; postcode: string; locality: string }) {
  return {
    '@type': 'PostalAddress',
    streetAddress: street,
    postalCode: postcode,
    addressLocality: locality,
    addressCountry: 'IT',
  }
}

function breadcrumb(title: string, page: string, category: ServiceCategory, { words }: App.Locals, origin: string) {
  const steps = [
    [words.shell.breadcrumb.home, `${origin}/`],
    [words.services.title, `${origin}/servizi`],
    [words.vocabularies.categories[category], `${origin}/servizi/${category}`],
    [title, page],
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, item], at) => ({ '@type': 'ListItem', position: at + 1, name, item })),
  }
}

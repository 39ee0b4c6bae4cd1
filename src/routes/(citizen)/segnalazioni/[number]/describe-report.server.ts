import { fill } from '#lib/messages/fill.ts'
import type { PublicReport } from '#server/queries/public/read-report.ts'
import { structured } from '../../structured.server.ts'

type Where = { readonly page: string; readonly origin: string; readonly category: string }

/** What others show of the page: search engines, messengers, social networks. */
export function describeReport({ directory, locale, words }: App.Locals, report: PublicReport, where: Where) {
  const { page, list } = words.publicPages
  const body = directory.tenant.settings.name
  const kind = words.reports.kind[report.kind]
  const description = fill(page.description, { kind, category: where.category, stage: words.reports.stage[report.stage] })
  const [photo] = report.photos
  const image = `${where.page}/social.png?v=${report.version}`
  const data = [
    {
      '@context': 'https://schema.org',
      '@type': 'Article',
      '@id': where.page,
      mainEntityOfPage: where.page,
      identifier: String(report.number),
      headline: report.title,
      articleBody: report.description,
      articleSection: where.category,
      genre: kind,
      creativeWorkStatus: words.reports.stage[report.stage],
      inLanguage: locale,
      isAccessibleForFree: true,
      datePublished: report.submittedAt.toISOString(),
      dateModified: report.updatedAt.toISOString(),
      image: photo ? report.photos.map((id) => `${where.origin}/file/${id}/large`) : [image],
      publisher: { '@type': 'GovernmentOrganization', name: body, url: where.origin },
      ...(report.place ? { contentLocation: locationOf(report.place, report.address) } : {}),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: words.shell.breadcrumb.home, item: `${where.origin}/` },
        { '@type': 'ListItem', position: 2, name: list.title, item: `${where.origin}/segnalazioni` },
        { '@type': 'ListItem', position: 3, name: report.title, item: where.page },
      ],
    },
  ]
  return {
    pageTitle: fill(words.site.title, { page: report.title, body }),
    description,
    canonical: where.page,
    siteName: body,
    image: photo
      ? { url: `${where.origin}/file/${photo}/large`, width: null, height: null }
      : { url: image, width: 1200, height: 630 },
    imageAlt: photo ? fill(page.photo, { n: 1, title: report.title }) : `${report.title} – ${body}`,
    locale: locale === 'it' ? 'it_IT' : 'en_GB',
    structured: structured(data),
  }
}

function locationOf({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }, address: string | null) {
  return {
    '@type': 'Place',
    geo: { '@type': 'GeoCoordinates', longitude, latitude },
    ...(address === null ? {} : { address }),
  }
}

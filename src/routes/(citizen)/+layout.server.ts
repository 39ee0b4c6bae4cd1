import { inLocale, locales } from '#domain/shared/words.ts'
import type { LanguageLink } from '#lib/components/shell/types.ts'
import type { LayoutServerLoad } from './$types'

const languageNames = { it: { code: 'ITA', name: 'Italiano' }, en: { code: 'ENG', name: 'English' } } as const

/** What the shell of every citizen page shows: the body, its menu, its legal links. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { settings } = locals.directory.tenant
  const { shell, site } = locals.words
  return {
    shell,
    siteTitle: site.title,
    staffArea: site.staffArea,
    body: {
      name: settings.name,
      region: settings.region,
      tagline: inLocale(settings.tagline, locals.locale),
      address: settings.address,
      taxCode: settings.taxCode,
      phone: settings.phone,
      email: settings.email,
      pec: settings.pec,
      ...(settings.look?.crest && { crest: `/aspetto/stemma?${settings.look.crest.slice(-16).replace(/[^A-Za-z0-9]/g, '')}` }),
    },
    nav: [
      { href: '/segnala', label: site.nav.report, current: url.pathname.startsWith('/segnala/') || url.pathname === '/segnala' },
      { href: '/segnalazioni', label: site.nav.reports, current: url.pathname.startsWith('/segnalazioni') },
      { href: '/amministrazione/uffici', label: site.nav.offices, current: url.pathname.startsWith('/amministrazione/uffici') },
    ],
    languages: locales.map(
      (lang): LanguageLink => ({ ...languageNames[lang], lang, href: languageHref(url, lang), current: lang === locals.locale }),
    ),
    footerLinks: {
      reportInefficiency: '/segnala',
      privacy: '/privacy',
      legal: '/note-legali',
      accessibility: settings.accessibilityStatement,
    },
    contactLinks: { phone: settings.phone, report: '/segnala' },
  }
}

function languageHref(url: URL, lang: string): string {
  const search = new URLSearchParams(url.search)
  search.set('lingua', lang)
  return `${url.pathname}?${search}`
}

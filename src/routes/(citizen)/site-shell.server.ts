import { serviceCategories } from '#domain/services/service-category.ts'
import { inLocale, locales } from '#domain/shared/words.ts'
import { networks, type SitePage, statementOf } from '#domain/tenants/site.ts'
import type { Body, ContactLinks, FooterColumn, FooterLinks, LanguageLink, NavLink } from '#lib/components/shell/types.ts'
import { addressOf } from '../own-pages.server.ts'

const mainMenu = [
  ['management', 'management'],
  ['news', 'news'],
  ['services', 'all-services'],
  ['live', 'live'],
] as const satisfies readonly (readonly [SitePage, hook: string])[]

/** The first level of the official model, in its order: what neither the body nor we have is left out. */
export function mainNav(locals: App.Locals, { pathname }: URL): readonly NavLink[] {
  const { nav } = locals.words.site
  return mainMenu.flatMap(([page, hook]) => {
    const href = addressOf(page, locals)
    return href ? [{ href, hook, label: nav[page], current: isWithin(pathname, href) }] : []
  })
}

/** What is done here every day, and the topics. */
export function secondaryNav(locals: App.Locals, { pathname }: URL): readonly NavLink[] {
  const { nav } = locals.words.site
  const topics = addressOf('topics', locals)
  const links: readonly NavLink[] = [
    { href: '/segnala', label: nav.report },
    { href: '/segnalazioni', label: nav.reports },
    { href: '/amministrazione/uffici', label: nav.offices },
    ...(topics ? [{ href: topics, label: nav.topics, hook: 'all-topics' }] : []),
  ]
  return links.map((link) => ({ ...link, current: isWithin(pathname, link.href) }))
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}

const languageNames = { it: { code: 'ITA', name: 'Italiano' }, en: { code: 'ENG', name: 'English' } } as const

export function languagesOf({ locale }: App.Locals, { pathname, search }: URL): readonly LanguageLink[] {
  return locales.map((lang) => {
    const asked = new URLSearchParams(search)
    asked.set('lingua', lang)
    return { ...languageNames[lang], lang, href: `${pathname}?${asked}`, current: lang === locale }
  })
}

export function bodyOf({ directory, locale, words }: App.Locals): Body {
  const { name, region, tagline, address, taxCode, phone, tollFree, whatsapp, email, pec, look, site } = directory.tenant.settings
  return {
    ...{ name, region, address, taxCode, phone, tollFree, whatsapp, email, pec },
    tagline: inLocale(tagline, locale),
    networks: networks.flatMap((network) => {
      const href = site?.networks[network]
      return href ? [{ href, label: words.site.networks[network] }] : []
    }),
    euFunded: site?.euFunded ?? false,
    ...(look?.crest && { crest: `/aspetto/stemma?${look.crest.slice(-16).replace(/[^A-Za-z0-9]/g, '')}` }),
  }
}

/** The second level below the first, as far as it is ours. */
export function footerColumns({ words }: App.Locals): readonly FooterColumn[] {
  const { nav } = words.site
  return [
    {
      title: nav.management,
      links: [
        { href: '/amministrazione/uffici', label: nav.offices },
        { href: '/amministrazione/personale-amministrativo', label: words.profiles.page.title },
      ],
    },
    {
      title: words.services.categories,
      links: serviceCategories.map((category) => ({
        href: `/servizi/${category}`,
        label: words.vocabularies.categories[category],
      })),
    },
    { title: nav.live, links: [{ href: '/vivere-il-comune/luoghi', label: words.venues.page.title }] },
  ]
}

export function footerLinks(locals: App.Locals, { hostname }: URL): FooterLinks {
  const { accessibilityStatement, site } = locals.directory.tenant.settings
  const to = (page: SitePage) => addressOf(page, locals)
  return {
    faq: to('faq'),
    appointment: to('appointment'),
    reportInefficiency: to('reportInefficiency'),
    assistance: to('assistance'),
    transparency: to('transparency'),
    privacy: '/privacy',
    legal: '/note-legali',
    accessibility: statementOf(hostname, accessibilityStatement, site),
    accessibilityHelp: '/accessibilita',
    improvementPlan: to('improvementPlan'),
    mediaPolicy: to('mediaPolicy'),
    siteMap: '/mappa-del-sito',
  }
}

export function contactLinks(locals: App.Locals): ContactLinks {
  const { phone, tollFree } = locals.directory.tenant.settings
  return {
    faq: addressOf('faq', locals),
    assistance: addressOf('assistance', locals),
    phone,
    tollFree,
    appointment: addressOf('appointment', locals),
    report: addressOf('reportInefficiency', locals),
  }
}

import { inLocale } from '#domain/shared/words.ts'
import type { NavLink } from '#lib/components/shell/types.ts'

type Part = { readonly title: string; readonly links: readonly NavLink[] }

/** Every page of ours that anybody may find, by part of the site; reports and what a flow asks for are not among them. */
export function siteMapOf({ words, directory, locale }: App.Locals): readonly Part[] {
  const { legal, site } = words
  const { siteMap } = legal
  const offices = [...directory.offices.values()].filter(({ active }) => active)
  return [
    {
      title: siteMap.reports,
      links: [
        { href: '/', label: siteMap.home },
        { href: '/segnala', label: site.home.report },
        { href: '/segnalazioni', label: site.nav.reports },
        { href: '/segnalazioni/mappa', label: siteMap.map },
      ],
    },
    {
      title: site.nav.management,
      links: [
        { href: '/amministrazione', label: site.nav.management },
        { href: '/amministrazione/uffici', label: site.nav.offices },
        ...offices
          .map(({ code, name }) => ({ href: `/amministrazione/uffici/${code}`, label: inLocale(name, locale) }))
          .toSorted((one, other) => one.label.localeCompare(other.label, locale)),
      ],
    },
    {
      title: siteMap.information,
      links: [
        { href: '/privacy', label: legal.privacy.title },
        { href: '/note-legali', label: legal.notes.title },
        { href: '/accessibilita', label: legal.accessibility.title },
        { href: '/mappa-del-sito', label: siteMap.title },
      ],
    },
  ]
}

import { serviceCategories } from '#domain/services/service-category.ts'
import { sheetPath } from '#domain/services/sheet-path.ts'
import { topics } from '#domain/services/topic.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { NavLink } from '#lib/components/shell/types.ts'
import { countByEvent, countByTopic } from '#server/queries/public/count-services.ts'
import { listServices } from '#server/queries/public/list-services.ts'
import { askHref } from './assistenza/letter.server.ts'
import { offeredCalendars } from './prenota-appuntamento/offered-calendars.server.ts'
import { eventLinks } from './servizi/event-links.server.ts'

const mostServices = 2000

type Part = { readonly title: string; readonly links: readonly NavLink[] }

/** Every page of ours that anybody may find, by part of the site; reports and what a flow asks for are not among them. */
export async function siteMapOf(locals: App.Locals): Promise<readonly Part[]> {
  const { words, directory, locale } = locals
  const { assistance, faqs, legal, site } = words
  const { siteMap } = legal
  const asks = askHref(locals)
  const { shownRatings = [] } = directory.tenant.settings
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
        { href: '/amministrazione/personale-amministrativo', label: words.profiles.page.title },
        ...offices
          .map(({ code, name }) => ({ href: `/amministrazione/uffici/${code}`, label: inLocale(name, locale) }))
          .toSorted((one, other) => one.label.localeCompare(other.label, locale)),
      ],
    },
    ...(await servicesOf(locals)),
    {
      title: site.nav.live,
      links: [
        { href: '/vivere-il-comune', label: site.nav.live },
        { href: '/vivere-il-comune/luoghi', label: words.venues.page.title },
        ...directory.venues
          .filter(({ active }) => active)
          .map(({ code, name }) => ({ href: `/vivere-il-comune/luoghi/${code}`, label: inLocale(name, locale) })),
      ],
    },
    {
      title: siteMap.information,
      links: [
        { href: '/domande-frequenti', label: faqs.public.title },
        ...(asks ? [{ href: asks, label: assistance.title }] : []),
        ...(shownRatings.length > 0 ? [{ href: '/valutazioni', label: words.ratingResults.public.title }] : []),
        { href: '/privacy', label: legal.privacy.title },
        { href: '/note-legali', label: legal.notes.title },
        { href: '/accessibilita', label: legal.accessibility.title },
        { href: '/mappa-del-sito', label: siteMap.title },
      ],
    },
  ]
}

/** The categories that have services and the services; the topics and the events under which some stand. */
async function servicesOf(locals: App.Locals): Promise<readonly Part[]> {
  const { installation, directory, words, locale } = locals
  const { services, vocabularies } = words
  const { cards, counted, events } = await installation.world.read(directory.tenant.id, async (reader) => ({
    cards: (await listServices(reader, {}, mostServices)).cards,
    counted: await countByTopic(reader),
    events: await countByEvent(reader),
  }))
  const used = serviceCategories.filter((category) => cards.some((card) => card.category === category))
  const part = (title: string, href: string, links: readonly NavLink[]) => ({ title, links: [{ href, label: title }, ...links] })
  return [
    part(services.title, '/servizi', [
      ...(offeredCalendars(directory, null).length > 0 ? [{ href: '/prenota-appuntamento', label: words.booking.link }] : []),
      ...used.map((category) => ({ href: `/servizi/${category}`, label: vocabularies.categories[category] })),
      ...cards.map(({ category, code, title }) => ({ href: sheetPath(category, code), label: inLocale(title, locale) })),
    ]),
    part(
      services.topics.title,
      '/argomenti',
      topics
        .filter((topic) => counted.has(topic))
        .map((topic) => ({ href: `/argomenti/${topic}`, label: vocabularies.topics[topic] })),
    ),
    part(
      services.events.title,
      '/servizi/eventi-della-vita',
      eventLinks(events, locals).map(({ href, label }) => ({ href, label })),
    ),
  ]
}

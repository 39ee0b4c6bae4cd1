import { assistanceCategory } from '#domain/categories/category.ts'
import type { SitePage } from '#domain/tenants/site.ts'
import { offeredCalendars } from './(citizen)/prenota-appuntamento/offered-calendars.server.ts'

/** Our own pages, for those that a body’s site does not have; whoever builds one more names it here, and every page leads to it. */
const ownPages: Readonly<Partial<Record<SitePage, string>>> = {
  management: '/amministrazione',
  services: '/servizi',
  topics: '/argomenti',
  faq: '/domande-frequenti',
  live: '/vivere-il-comune',
  personalArea: '/area-personale',
  reportInefficiency: '/segnala',
  appointment: '/prenota-appuntamento',
  assistance: '/assistenza',
}

/** Where a page lies: where the body says, else ours; nowhere where neither is. */
export function addressOf(page: SitePage, { directory }: App.Locals): string | undefined {
  const { kinds, site } = directory.tenant.settings
  const elsewhere = site?.links[page]
  if (elsewhere) return elsewhere
  // Nobody is led to a page on which nothing can be booked, or asked.
  const leadsNowhere =
    (page === 'appointment' && offeredCalendars(directory, null).length === 0) ||
    (page === 'assistance' && assistanceCategory([...directory.categories.values()], kinds) === null)
  return leadsNowhere ? undefined : ownPages[page]
}

/** Our own page, whatever the body says. */
export function ownAddressOf(page: SitePage): string | undefined {
  return ownPages[page]
}

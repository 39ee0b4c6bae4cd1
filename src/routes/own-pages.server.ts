import type { SitePage } from '#domain/tenants/site.ts'
import { offeredCalendars } from './(citizen)/prenota-appuntamento/offered-calendars.server.ts'

/** Our own pages, for those that a body’s site does not have; whoever builds one more names it here, and every page leads to it. */
const ownPages: Readonly<Partial<Record<SitePage, string>>> = {
  management: '/amministrazione',
  services: '/servizi',
  faq: '/domande-frequenti',
  live: '/vivere-il-comune',
  reportInefficiency: '/segnala',
  appointment: '/prenota-appuntamento',
}

/** Where a page lies: where the body says, else ours; nowhere where neither is. */
export function addressOf(page: SitePage, { directory }: App.Locals): string | undefined {
  const elsewhere = directory.tenant.settings.site?.links[page]
  if (elsewhere) return elsewhere
  // Nobody is led to a page on which nothing can be booked.
  return page === 'appointment' && offeredCalendars(directory, null).length === 0 ? undefined : ownPages[page]
}

/** Our own page, whatever the body says. */
export function ownAddressOf(page: SitePage): string | undefined {
  return ownPages[page]
}

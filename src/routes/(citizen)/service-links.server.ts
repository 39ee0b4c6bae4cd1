import type { SitePage } from '#domain/tenants/site.ts'
import { addressOf, ownAddressOf } from '../own-pages.server.ts'
import { offeredCalendars } from './prenota-appuntamento/offered-calendars.server.ts'

/** Where an appointment about a service is booked. */
export function bookingHref(code: string, locals: App.Locals): string | undefined {
  return aboutService('appointment', code, locals)
}

/** Whether an appointment about a service can be had there: a calendar takes it, unless the body has its appointments elsewhere. */
export function isBooked(code: string, locals: App.Locals): boolean {
  const elsewhere = locals.directory.tenant.settings.site?.links.appointment !== undefined
  return elsewhere || offeredCalendars(locals.directory, code).length > 0
}

/** Where help with a service is asked for. */
export function assistanceHref(code: string, locals: App.Locals): string | undefined {
  return aboutService('assistance', code, locals)
}

/** Our own page is told the service; one that the body has elsewhere does not know ours. */
function aboutService(page: SitePage, code: string, locals: App.Locals): string | undefined {
  const href = addressOf(page, locals)
  return href && href === ownAddressOf(page) ? `${href}?servizio=${code}` : href
}

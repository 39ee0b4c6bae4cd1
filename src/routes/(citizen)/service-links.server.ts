import type { SitePage } from '#domain/tenants/site.ts'
import { addressOf, ownAddressOf } from '../own-pages.server.ts'

/** Where an appointment about a service is booked. */
export function bookingHref(code: string, locals: App.Locals): string | undefined {
  return aboutService('appointment', code, locals)
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

import { addressOf } from '../../../own-pages.server.ts'

/** The way to the places: the first level is the body's where it has one. */
export function crumbsToVenues(locals: App.Locals) {
  const { site, venues } = locals.words
  return [
    { label: site.nav.live, href: addressOf('live', locals) ?? '/vivere-il-comune' },
    { label: venues.page.title, href: '/vivere-il-comune/luoghi' },
  ]
}

import { addressOf } from '../../../own-pages.server.ts'

/** The way to the people: the first level is the body's where it has one. */
export function crumbsToPeople(locals: App.Locals) {
  const { site, profiles } = locals.words
  return [
    { label: site.nav.management, href: addressOf('management', locals) ?? '/amministrazione' },
    { label: profiles.page.title, href: '/amministrazione/personale-amministrativo' },
  ]
}

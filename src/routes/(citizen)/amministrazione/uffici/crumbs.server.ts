import { addressOf } from '../../../own-pages.server.ts'

/** The way to the offices: the first level is the body's where it has one. */
export function crumbsToOffices(locals: App.Locals) {
  const { site, officePages } = locals.words
  return [
    { label: site.nav.management, href: addressOf('management', locals) ?? '/amministrazione' },
    { label: officePages.list.title, href: '/amministrazione/uffici' },
  ]
}

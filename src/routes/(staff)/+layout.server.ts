import { mayDo } from '#domain/people/capability.ts'
import type { LayoutServerLoad } from './$types'

/** What the shell of every staff page shows; nothing of these pages is kept by anybody. */
export const load: LayoutServerLoad = ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'private, no-store' })
  const { shell, desk, auth, site } = locals.words
  const places = [
    { href: '/operatori', label: desk.nav.inbox, shown: true },
    { href: '/operatori/impostazioni', label: desk.nav.settings, shown: isAdministrator(locals) },
  ]
  const inSettings = url.pathname.startsWith('/operatori/impostazioni')
  return {
    shell,
    siteTitle: site.title,
    bodyName: locals.directory.tenant.settings.name,
    person: locals.staff?.name,
    signOut: auth.signOut,
    signedOut: auth.over,
    nav: places
      .filter(({ shown }) => shown)
      .map(({ href, label }) => ({ href, label, current: (href === '/operatori/impostazioni') === inSettings })),
  }
}

function isAdministrator({ staff }: App.Locals): boolean {
  return staff !== null && mayDo(staff, 'administer')
}

import type { LayoutServerLoad } from './$types'

/** What the shell of every staff page shows; nothing of these pages is kept by anybody. */
export const load: LayoutServerLoad = ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'private, no-store' })
  const { shell, desk, auth, site } = locals.words
  return {
    shell,
    siteTitle: site.title,
    bodyName: locals.directory.tenant.settings.name,
    person: locals.staff?.name,
    signOut: auth.signOut,
    signedOut: auth.over,
    nav: [{ href: '/operatori', label: desk.nav.inbox, current: url.pathname === '/operatori' }],
  }
}

import { mayServe } from '#domain/appointments/appointment.ts'
import { officesOf } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import type { LayoutServerLoad } from './$types'

/** What the shell of every staff page shows; nothing of these pages is kept by anybody. */
export const load: LayoutServerLoad = ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'private, no-store' })
  const { shell, desk, auth, site, people, bulk } = locals.words
  const places = [
    { href: '/operatori', label: desk.nav.inbox, shown: locals.staff === null || mayDo(locals.staff, 'see_inbox') },
    {
      href: '/operatori/segnalazioni/nuova',
      label: locals.words.entry.nav,
      shown: locals.staff !== null && mayDo(locals.staff, 'record_for_others'),
    },
    { href: '/operatori/agenda', label: locals.words.agenda.nav, shown: servesCalendar(locals) },
    { href: '/operatori/massive', label: bulk.runs.nav, shown: locals.staff !== null && mayDo(locals.staff, 'bulk') },
    {
      href: '/operatori/domande',
      label: locals.words.faqs.nav,
      shown: locals.staff !== null && mayDo(locals.staff, 'write_faqs'),
    },
    { href: '/operatori/dati', label: locals.words.data.nav, shown: locals.staff !== null && mayDo(locals.staff, 'take_data') },
    {
      href: '/operatori/valutazioni',
      label: locals.words.ratingResults.nav,
      shown: locals.staff !== null && mayDo(locals.staff, 'see_ratings'),
    },
    { href: '/operatori/carichi', label: people.load.nav, shown: locals.staff !== null && mayDo(locals.staff, 'see_workload') },
    { href: '/operatori/assenze', label: people.absence.nav, shown: locals.staff !== null && officesOf(locals.staff).length > 0 },
    { href: '/operatori/impostazioni', label: desk.nav.settings, shown: isAdministrator(locals) },
  ]
  const within = (href: string) => url.pathname === href || url.pathname.startsWith(`${href}/`)
  const here = places.findLast(({ href }) => within(href))?.href
  return {
    shell,
    siteTitle: site.title,
    bodyName: locals.directory.tenant.settings.name,
    person: locals.staff?.name,
    signOut: auth.signOut,
    signedOut: auth.over,
    nav: places.filter(({ shown }) => shown).map(({ href, label }) => ({ href, label, current: href === here })),
  }
}

function servesCalendar({ staff, directory }: App.Locals): boolean {
  return staff !== null && [...directory.calendars.values()].some(({ office }) => mayServe(staff, office))
}

function isAdministrator({ staff }: App.Locals): boolean {
  return staff !== null && mayDo(staff, 'administer')
}

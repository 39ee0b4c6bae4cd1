import { type RequestEvent, redirect } from '@sveltejs/kit'
import { type Citizen, nameOf } from '#domain/citizens/citizen.ts'
import { fill } from '#lib/messages/fill.ts'
import { areaLinks, signInAt } from '../personal-area.server.ts'

/** Whose area it is; whoever is not known is asked to sign in first, and comes back. It is asked in every load and action. */
export function requireCitizen({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Citizen {
  return locals.citizen ?? redirect(303, signInAt(url.pathname))
}

/** What every page of the area shows around its own. */
export function showArea({ locals, url, setHeaders }: Pick<RequestEvent, 'locals' | 'url' | 'setHeaders'>, citizen: Citizen) {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
  const { words, directory, locale } = locals
  const { area } = words.citizens
  const [first, ...others] = areaLinks(words, url.pathname)
  const tabs = first ? [{ ...first, label: area.tabs.desk }, ...others] : others
  const current = tabs.find(({ href }) => href === url.pathname) ?? tabs[0]
  return {
    tabs: tabs.map(({ href, label, current: here = false }) => ({ href, label, current: here })),
    locale,
    title: citizen.kept ? nameOf(citizen) : area.title,
    crumb: current?.label ?? '',
    signedIn: fill(area.signedIn, { email: citizen.email }),
    words: area,
    errorPrefix: words.wizard.errorPrefix,
    pageTitle: fill(words.site.title, { page: `${current?.label} - ${area.title}`, body: directory.tenant.settings.name }),
  }
}

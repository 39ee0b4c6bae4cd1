import { error, redirect } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { flaggedRules } from '#domain/routing/flag-rule.ts'
import { count } from '#lib/messages/fill.ts'
import type { LayoutServerLoad } from './$types'
import { sectionsOf } from './sections.ts'

/** The settings are for those who administer the body; the menu names every page of them. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { staff, words, directory, locale } = locals
  if (!staff) redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname)}`)
  if (!mayDo(staff, 'administer')) error(403, words.settings.forAdministrators)
  const flagged = flaggedRules(directory.routing, directory).length
  return {
    forms: words.forms,
    settings: words.settings,
    sections: sectionsOf(words).map(({ path, title, text }) => {
      const href = `/operatori/impostazioni/${path}`
      const current = url.pathname === href || url.pathname.startsWith(`${href}/`)
      const notice = path === 'regole' && flagged > 0 ? count(locale, words.routing.flaggedCount, flagged) : null
      return { href, title, text, current, notice, count: notice === null ? null : flagged }
    }),
  }
}

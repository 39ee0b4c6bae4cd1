import { flaggedRules } from '#domain/routing/flag-rule.ts'
import { count } from '#lib/messages/fill.ts'
import type { LayoutServerLoad } from './$types'
import { sectionsOf } from './sections.ts'

/** The menu of the settings names every page of them, and says of the rules that some are passed over. */
export const load: LayoutServerLoad = ({ locals: { words, directory, locale }, url }) => {
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

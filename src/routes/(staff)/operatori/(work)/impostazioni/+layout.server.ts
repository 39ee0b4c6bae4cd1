import { error, redirect } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import type { LayoutServerLoad } from './$types'
import { sectionsOf } from './sections.ts'

/** The settings are for those who administer the body; the menu names every page of them. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { staff, words } = locals
  if (!staff) redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname)}`)
  if (!mayDo(staff, 'administer')) error(403, words.settings.forAdministrators)
  return {
    forms: words.forms,
    settings: words.settings,
    sections: sectionsOf(words).map(({ path, title, text }) => {
      const href = `/operatori/impostazioni/${path}`
      return { href, title, text, current: url.pathname === href || url.pathname.startsWith(`${href}/`) }
    }),
  }
}

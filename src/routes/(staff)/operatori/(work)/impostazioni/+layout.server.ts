import type { LayoutServerLoad } from './$types'
import { sectionsOf } from './sections.ts'

/** The menu of the settings names every page of them. */
export const load: LayoutServerLoad = ({ locals: { words }, url }) => ({
  forms: words.forms,
  settings: words.settings,
  sections: sectionsOf(words).map(({ path, title, text }) => {
    const href = `/operatori/impostazioni/${path}`
    return { href, title, text, current: url.pathname === href || url.pathname.startsWith(`${href}/`) }
  }),
})

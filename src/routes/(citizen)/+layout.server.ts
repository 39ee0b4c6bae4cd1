import { addressOf } from '../own-pages.server.ts'
import type { LayoutServerLoad } from './$types'
import { applicantOf, personalAreaOf, personOf } from './personal-area.server.ts'
import { bodyOf, contactLinks, footerColumns, footerLinks, languagesOf, mainNav, secondaryNav } from './site-shell.server.ts'

/** What the shell of every citizen page shows: the body, its menus, its legal links. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { shell, site } = locals.words
  return {
    shell,
    siteTitle: site.title,
    staffArea: site.staffArea,
    body: bodyOf(locals),
    nav: mainNav(locals, url),
    secondaryNav: secondaryNav(locals, url),
    languages: languagesOf(locals, url),
    search: addressOf('search', locals),
    personalArea: personalAreaOf(locals, url),
    person: personOf(locals, url),
    applicant: applicantOf(locals),
    footerColumns: footerColumns(locals),
    footerLinks: footerLinks(locals, url),
    contactLinks: contactLinks(locals),
  }
}

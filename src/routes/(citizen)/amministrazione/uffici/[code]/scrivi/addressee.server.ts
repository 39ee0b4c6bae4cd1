import { error } from '@sveltejs/kit'
import type { Office } from '#domain/offices/office.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { findOffice } from '../find-office.server.ts'

/** The office to which somebody begins to write. */
export function openAddressee(code: string, locals: App.Locals): Office {
  return findOffice(code, locals) ?? error(404, locals.words.errors.notFound)
}

/** The office of a letter that is begun. Whoever writes to one that closes just now is not sent away: the rules of the body find another. */
export function addresseeOf(code: string, { directory, words }: App.Locals): Office {
  return [...directory.offices.values()].find((one) => one.code === code) ?? error(404, words.errors.notFound)
}

/** An office as the pages of a letter name it. */
export function showAddressee({ code, name }: Office, { locale, words }: App.Locals) {
  const label = inLocale(name, locale)
  return {
    list: { label: words.officePages.list.title, href: '/amministrazione/uffici' },
    office: { label, href: `/amministrazione/uffici/${code}` },
    page: `/amministrazione/uffici/${code}/scrivi`,
    title: fill(words.assistance.office.title, { office: label }),
  }
}

import { dialled } from '#domain/offices/contact-point.ts'
import { statementOf } from '#domain/tenants/site.ts'
import { fill } from '#lib/messages/fill.ts'
import { takesLetters } from '../assistenza/letter.server.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** The statement of this domain, and how to tell what keeps somebody out (AgID guidelines on accessibility, section 4). */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { directory, words } = locals
  const { name, phone, accessibilityStatement, site } = directory.tenant.settings
  const { accessibility } = words.legal
  return {
    words: accessibility,
    statement: statementOf(url.hostname, accessibilityStatement, site),
    form: formOf(locals),
    contacts: [
      ...mailsOf(locals),
      ...(phone ? [{ label: accessibility.phone, value: phone, href: `tel:${dialled(phone)}` }] : []),
    ],
    pageTitle: fill(words.site.title, { page: accessibility.title, body: name }),
    canonical: `${url.origin}/accessibilita`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'accessibility',
      path: '/accessibilita',
      title: (say) => say.legal.accessibility.title,
    }),
  }
}

/** What is written there is answered as any letter to the desk: with a number, a promise and a private link. */
function formOf(locals: App.Locals): string | null {
  const desk = [...locals.directory.offices.values()].find((office) => office.desk)
  return desk && takesLetters(locals) ? `/amministrazione/uffici/${desk.code}/scrivi?accessibilita` : null
}

function mailsOf({ directory, words }: App.Locals) {
  const { email, pec } = directory.tenant.settings
  const { accessibility } = words.legal
  const subject = encodeURIComponent(accessibility.subject)
  return [
    { label: accessibility.email, value: email, href: `mailto:${email}?subject=${subject}` },
    { label: accessibility.pec, value: pec, href: `mailto:${pec}?subject=${subject}` },
  ]
}

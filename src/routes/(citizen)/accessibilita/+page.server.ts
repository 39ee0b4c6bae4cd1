import { statementOf } from '#domain/tenants/site.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** The statement of this domain, and how to tell what keeps somebody out (AgID guidelines on accessibility, section 4). */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { name, email, phone, pec, accessibilityStatement, site } = locals.directory.tenant.settings
  const { accessibility } = locals.words.legal
  const subject = encodeURIComponent(accessibility.subject)
  return {
    words: accessibility,
    statement: statementOf(url.hostname, accessibilityStatement, site),
    contacts: [
      { label: accessibility.email, value: email, href: `mailto:${email}?subject=${subject}` },
      ...(phone ? [{ label: accessibility.phone, value: phone, href: `tel:${phone.replaceAll(' ', '')}` }] : []),
      { label: accessibility.pec, value: pec, href: `mailto:${pec}?subject=${subject}` },
    ],
    pageTitle: fill(locals.words.site.title, { page: accessibility.title, body: name }),
    canonical: `${url.origin}/accessibilita`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'accessibility',
      path: '/accessibilita',
      title: ({ legal: { accessibility } }) => accessibility.title,
    }),
  }
}

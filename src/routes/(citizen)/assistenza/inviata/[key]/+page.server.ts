import { error } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { rateable } from '../../../rateable.server.ts'
import { dayOf, receiptOf, requireSent } from '../../../segnala/sent.server.ts'
import type { PageServerLoad } from './$types'

/** A request that was sent: its code, who has it, the private link, what follows. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url, setHeaders } = event
  const { words, locale, directory, installation } = locals
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  const sent = await requireSent(event, params.key)
  const { report, author } = sent
  if (report.kind !== 'assistance') error(404, words.errors.notFound)
  const say = words.assistance.sent
  const office = directory.offices.get(report.ownerOffice ?? report.routedOffice)
  const pdf = await receiptOf(locals, sent)
  return {
    words: { crumb: words.assistance.crumb, sent: say, link: words.wizard.sent },
    title: fill(words.site.title, { page: say.title, body: directory.tenant.settings.name }),
    number: fill(say.number, { number: report.number }),
    email: author?.email ? fill(say.email, { email: author.email }) : null,
    office: office && fill(say.office, { office: inLocale(office.name, locale) }),
    promise: fill(words.assistance.promise, { date: dayOf(locals, report.firstReplyDue) }),
    link: `${url.origin}/segui/${signReportLink(installation.world.secret, directory.tenant.id, report.id)}`,
    receipt: {
      href: `/segnala/ricevuta/${params.key}`,
      label: fill(words.wizard.sent.receipt, { size: Math.ceil(pdf.length / 1000) }),
    },
    next: say.next.map((step) => fill(step, { firstReply: dayOf(locals, report.firstReplyDue) })),
    rateable: await rateable(locals, {
      kind: 'flow',
      key: 'assistance',
      path: '/assistenza',
      title: ({ assistance }) => assistance.crumb,
    }),
  }
}

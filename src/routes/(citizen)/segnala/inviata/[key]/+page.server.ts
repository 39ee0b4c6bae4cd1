import { policyFor } from '#domain/reports/visibility.ts'
import { fill } from '#lib/messages/fill.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { rateable } from '../../../rateable.server.ts'
import { dayOf, receiptOf, requireSent } from '../../sent.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { locals, params, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  const sent = await requireSent(event, params.key)
  const { report, author } = sent
  const { words, directory, installation } = locals
  const category = directory.categories.get(report.category)
  const publication = policyFor(category ?? {}, directory.tenant.settings.publication)
  const dates = { firstReply: dayOf(locals, report.firstReplyDue), resolution: dayOf(locals, report.resolutionDue) }
  const pdf = await receiptOf(locals, sent)
  const say = words.wizard.sent
  return {
    words: { crumb: words.wizard.crumb, sent: say },
    number: fill(say.number, { number: report.number }),
    date: fill(say.date, { date: dayOf(locals, report.submittedAt) }),
    publication: !report.consent || publication === 'never' ? say.private : report.visible ? say.publicAtOnce : say.publication,
    email: author?.email ? fill(say.email, { email: author.email }) : say.noEmail,
    link: `${url.origin}/segui/${signReportLink(installation.world.secret, directory.tenant.id, report.id)}`,
    receipt: { href: `/segnala/ricevuta/${params.key}`, label: fill(say.receipt, { size: Math.ceil(pdf.length / 1000) }) },
    next: say.next.map((step) => fill(step, dates)),
    promise: fill(words.wizard.summary.promise, { date: dates.firstReply }),
    rateable: await rateable(locals, { kind: 'flow', key: 'report', path: '/segnala', title: ({ wizard }) => wizard.crumb }),
  }
}

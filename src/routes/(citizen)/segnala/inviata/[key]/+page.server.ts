import { fail, redirect } from '@sveltejs/kit'
import { readRating } from '#domain/ratings/rating.ts'
import { policyFor } from '#domain/reports/visibility.ts'
import { fill } from '#lib/messages/fill.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { leaveRating } from '#server/use-cases/ratings/leave-rating.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { dayOf, receiptOf, requireSent } from '../../sent.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { locals, params, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  const sent = await requireSent(event, params.key)
  const { report, author } = sent
  const { words, locale, directory, installation } = locals
  const category = directory.categories.get(report.category)
  const publication = policyFor(category ?? {}, directory.tenant.settings.publication)
  const dates = { firstReply: dayOf(locals, report.firstReplyDue), resolution: dayOf(locals, report.resolutionDue) }
  const pdf = await receiptOf(locals, sent)
  const say = words.wizard.sent
  return {
    words: { shell: words.shell, ratings: words.ratings, crumb: words.wizard.crumb, sent: say },
    locale,
    number: fill(say.number, { number: report.number }),
    date: fill(say.date, { date: dayOf(locals, report.submittedAt) }),
    publication: !report.consent || publication === 'never' ? say.private : report.visible ? say.publicAtOnce : say.publication,
    email: author?.email ? fill(say.email, { email: author.email }) : say.noEmail,
    link: `${url.origin}/segui/${signReportLink(installation.world.secret, directory.tenant.id, report.id)}`,
    receipt: { href: `/segnala/ricevuta/${params.key}`, label: fill(say.receipt, { size: Math.ceil(pdf.length / 1000) }) },
    next: say.next.map((step) => fill(step, dates)),
    promise: fill(words.wizard.summary.promise, { date: dates.firstReply }),
    rated: url.searchParams.has('valutata'),
  }
}

export const actions: Actions = {
  rate: async (event) => {
    const { locals, params } = event
    const { installation, directory, clientAddress, words } = locals
    const form = await readForm(event.request)
    await requireSent(event, params.key)
    if (!(await installation.limits.take('rating', clientAddress))) return fail(429, { tooMany: words.errors.tooMany })
    const given = {
      stars: textOf(form, 'stars'),
      liked: textOf(form, 'liked'),
      difficulty: textOf(form, 'difficulty'),
      text: textOf(form, 'text'),
    }
    const rating = readRating('service:segnala', given)
    if (!rating.ok) return fail(422, { tooMany: '' })
    await leaveRating(installation.world, directory.tenant.id, rating.value)
    redirect(303, `/segnala/inviata/${params.key}?valutata=1#rating`)
  },
}

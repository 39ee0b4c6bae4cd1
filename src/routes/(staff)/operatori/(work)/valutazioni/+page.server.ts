import { redirect } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { hidingReasons } from '#domain/ratings/hiding.ts'
import { comparedPeriod } from '#domain/ratings/results-filter.ts'
import { sumTallies } from '#domain/ratings/tally.ts'
import { type Id, isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilNumeric } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { sheetFormats } from '#server/gateways/spreadsheet.ts'
import { listRatings } from '#server/queries/ratings/list-ratings.ts'
import { sumBySteps, sumBySubject, sumRatings } from '#server/queries/ratings/sum-ratings.ts'
import { type HideRatingTextRefusal, hideRatingText } from '#server/use-cases/ratings/hide-rating-text.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { failForm, type Said } from '../refused-form.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'
import {
  addressWith,
  presentCourse,
  presentFilters,
  presentOrders,
  presentShares,
  presentSubjects,
  presentTotals,
} from './present-results.server.ts'
import { markOf, presentTexts, textsAtOnce } from './present-texts.server.ts'
import { askedResults } from './results-filter.server.ts'

const subjectsAtOnce = 50

/** How people rate the body: in all, in time, by subject, and what they wrote. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const { staff, filter, seen, today } = askedResults(locals, url.searchParams)
  const asked = { ...filter, seen, today }
  const before = comparedPeriod(filter)
  const page = /^[1-9]\d{0,3}$/.test(url.searchParams.get('pagina') ?? '') ? Number(url.searchParams.get('pagina')) : 1
  const readsTexts = mayDo(staff, 'read_rating_texts')
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    steps: await sumBySteps(reader, directory, asked),
    before: before && (await sumRatings(reader, directory, { ...asked, ...before })),
    subjects: await sumBySubject(reader, directory, {
      ...asked,
      before,
      skip: (page - 1) * subjectsAtOnce,
      limit: subjectsAtOnce,
    }),
    texts: readsTexts
      ? await listRatings(reader, directory, {
          ...asked,
          after: markOf(url.searchParams),
          limit: textsAtOnce + 1,
          written: 'texts',
        })
      : [],
  }))
  const totals = sumTallies(found.steps)
  const one = filter.subject === null ? undefined : found.subjects[0]
  const subjects = found.subjects[0]?.subjects ?? 0
  return {
    results: words.ratingResults,
    forms: words.forms,
    filters: presentFilters(locals, filter),
    narrowed: url.search !== '',
    subject: filter.subject,
    period: fill(words.ratingResults.period, {
      from: writeCivilNumeric(filter.from, locale),
      to: writeCivilNumeric(filter.to, locale),
    }),
    one: one && { title: fill(words.ratingResults.onlySubject, { title: inLocale(one.title, locale) }), path: one.path },
    all: addressWith(url, { oggetto: null, dopo: null }),
    totals: presentTotals(locals, totals, found.before),
    shares: presentShares(locals, totals),
    course: presentCourse(locals, filter, found.steps),
    subjects: presentSubjects(locals, url, found.subjects),
    orders: presentOrders(locals, url, filter.order),
    further: page * subjectsAtOnce < subjects ? addressWith(url, { pagina: String(page + 1) }) : null,
    earlier: page > 1 ? addressWith(url, { pagina: page === 2 ? null : String(page - 1) }) : null,
    texts: readsTexts ? presentTexts(locals, url, found.texts) : null,
    files: sheetFormats.map((format) => ({
      label: words.ratingResults.formats[format],
      href: `/operatori/valutazioni/${format}${url.search}`,
    })),
  }
}

export const actions: Actions = {
  hide: (event) => hide(event),
  show: (event) => hide(event),
}

type Refusal = HideRatingTextRefusal | 'reason_missing'

async function hide({ locals, request, url }: { locals: App.Locals; request: Request; url: URL }) {
  const { installation, directory, words } = locals
  const form = await readForm(request)
  const said: Said<Refusal> = { words: words.ratingResults.hide.refusal, fields: { reason_missing: 'reason' } }
  const rating = textOf(form, 'rating')
  const reason = hidingReasons.find((one) => one === textOf(form, 'reason')) ?? null
  if (url.searchParams.has('/hide') && reason === null) return failForm(rating, { refusal: 'reason_missing' }, form, said)
  if (!isId(rating)) return failForm(rating, { refusal: 'no_such_rating' }, form, said)
  const ask = { rating: rating as Id<'rating'>, by: staffOf(locals), reason }
  const hidden = await hideRatingText(installation.world, directory.tenant.id, ask)
  if (!hidden.ok) return failForm(rating, hidden, form, said)
  redirect(303, `${addressWith(url, { '/hide': null, '/show': null })}#testi`)
}

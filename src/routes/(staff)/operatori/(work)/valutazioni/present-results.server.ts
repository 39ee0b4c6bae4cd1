import { comparisons, type ResultsFilter, stepsOf, subjectOrders } from '#domain/ratings/results-filter.ts'
import { ratingSteps } from '#domain/ratings/spans.ts'
import { subjectKinds } from '#domain/ratings/subject.ts'
import { averageOf, ratingsIn, sumTallies, type Tally } from '#domain/ratings/tally.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShareRow } from '#lib/components/ratings/share-row.ts'
import type { Option } from '#lib/forms/field.ts'
import { writeCivilNumeric } from '#lib/messages/dates.ts'
import { count, fill, writeDecimal, writeNumber } from '#lib/messages/fill.ts'
import type { StepTally, SubjectResult } from '#server/queries/ratings/sum-ratings.ts'

/** The filters of the results, with what they are set to. */
export function presentFilters({ directory, locale, words }: App.Locals, filter: ResultsFilter) {
  const say = words.ratingResults
  const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>): Option[] =>
    values.map((value) => ({ value, label: labels[value] }))
  const offices = [...directory.offices.values()].map(({ code, name }) => ({ value: code, label: inLocale(name, locale) }))
  const choice = (name: string, label: string, value: string, choices: readonly Option[], any?: string) => ({
    name,
    label,
    value,
    options: choices,
    any,
  })
  const office = filter.office === null ? '' : (directory.offices.get(filter.office)?.code ?? '')
  return {
    dates: [
      { name: 'dal', label: say.fields.from, value: filter.from },
      { name: 'al', label: say.fields.to, value: filter.to },
    ],
    choices: [
      choice('tipo', say.fields.kind, filter.kind ?? '', options(subjectKinds, say.kinds), say.any),
      choice('ufficio', say.fields.office, office, offices, say.anyOffice),
    ],
    // What has a first choice needs no empty one.
    settings: [
      choice('passo', say.fields.step, filter.step, options(ratingSteps, say.steps)),
      choice('confronto', say.fields.comparison, filter.comparison, options(comparisons, say.comparisons)),
    ],
  }
}

/** What all ratings amount to, beside the time before. */
export function presentTotals({ locale, words }: App.Locals, now: Tally, before: Tally | null) {
  const say = words.ratingResults
  const [average, averageBefore] = [averageOf(now), before && averageOf(before)]
  const against = (n: number | null | undefined, write: (n: number) => string) =>
    before === null ? null : n ? fill(say.before, { n: write(n) }) : say.noneBefore
  return [
    {
      label: say.average,
      value: average === null ? '–' : fill(say.averageText, { n: writeDecimal(locale, average) }),
      before: against(averageBefore, (n) => writeDecimal(locale, n)),
    },
    {
      label: say.rated,
      value: writeNumber(locale, ratingsIn(now)),
      before: against(before && ratingsIn(before), (n) => writeNumber(locale, n)),
    },
  ]
}

/** How the stars and the closed answers are spread. */
export function presentShares({ locale, words }: App.Locals, { stars, answers }: Tally) {
  const { ratings, ratingResults: say } = words
  const rows = (counts: readonly number[], label: (at: number) => string): readonly ShareRow[] => {
    const all = Math.max(
      1,
      counts.reduce((sum, n) => sum + n, 0),
    )
    return counts.map((n, at) => {
      const share = Math.round((100 * n) / all)
      return { label: label(at), share, text: fill(say.share, { n: writeNumber(locale, n), share }) }
    })
  }
  const [liked, difficulties] = [Object.values(ratings.positive.answers), Object.values(ratings.negative.answers)]
  return {
    stars: rows(stars, (at) => count(locale, say.star, at + 1)).toReversed(),
    liked: rows(answers.slice(0, 5), (at) => liked[at] ?? ''),
    difficulties: rows(answers.slice(5), (at) => difficulties[at] ?? ''),
  }
}

/** The course by month or week, steps without ratings included. */
export function presentCourse({ locale, words }: App.Locals, filter: ResultsFilter, tallies: readonly StepTally[]) {
  const known = new Map(tallies.map((tally) => [tally.first, tally]))
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return stepsOf(filter, filter.step).map((first) => {
    const tally = known.get(first) ?? sumTallies([])
    const average = averageOf(tally)
    const rated = ratingsIn(tally)
    return {
      first,
      label:
        filter.step === 'month'
          ? month.format(new Date(`${first}T12:00:00Z`))
          : fill(words.ratingResults.weekOf, { date: writeCivilNumeric(first, locale) }),
      rated,
      average,
      averageText: average === null ? '–' : writeDecimal(locale, average),
      ratedText: writeNumber(locale, rated),
    }
  })
}

/** The subjects, each with the way to its own results. */
export function presentSubjects({ directory, locale, words }: App.Locals, url: URL, subjects: readonly SubjectResult[]) {
  return subjects.map(({ id, kind, title, office, rated, average, averageBefore }) => ({
    id: id as string,
    title: inLocale(title, locale),
    kind: words.ratingResults.kinds[kind],
    office: office === null ? '' : inLocale(directory.offices.get(office)?.name ?? { it: '' }, locale),
    href: addressWith(url, { oggetto: id, pagina: null, dopo: null }),
    rated: writeNumber(locale, rated),
    average: writeDecimal(locale, average),
    before: averageBefore === null ? '–' : writeDecimal(locale, averageBefore),
  }))
}

/** The orders of the list, the present one without a way. */
export function presentOrders({ words }: App.Locals, url: URL, now: ResultsFilter['order']) {
  return subjectOrders.map((order) => ({
    label: words.ratingResults.orders[order],
    href: order === now ? null : addressWith(url, { ordine: order, pagina: null }),
  }))
}

/** The same address with some of its parts otherwise; null leaves one out. */
export function addressWith(url: URL, parts: Readonly<Record<string, string | null>>): string {
  const search = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(parts)) {
    if (value === null) search.delete(name)
    else search.set(name, value)
  }
  return `${url.pathname}${search.size > 0 ? `?${search}` : ''}`
}

import { Temporal } from 'temporal-polyfill'
import { isCivilDate } from '../shared/day-span.ts'
import { type Id, isId, type OfficeId } from '../shared/id.ts'
import { type Period, type RatingStep, ratingSteps, stepAfter, stepOf } from './spans.ts'
import { type SubjectKind, subjectKinds } from './subject.ts'

/** With which time results are compared: as many days before, the same days a year before, or none. */
export const comparisons = ['before', 'year', 'none'] as const

export type Comparison = (typeof comparisons)[number]

/** In which order subjects are listed. */
export const subjectOrders = ['most', 'worst', 'best'] as const

export type SubjectOrder = (typeof subjectOrders)[number]

/** Which ratings somebody wants to see; null leaves nothing out. */
export type ResultsFilter = Period & {
  readonly kind: SubjectKind | null
  readonly office: OfficeId | null
  readonly subject: Id<'rating-subject'> | null
  readonly step: RatingStep
  readonly comparison: Comparison
  readonly order: SubjectOrder
}

/** Twelve months with the present one are shown unless something else is asked for. */
const usualMonths = 12
/** More columns than this nobody reads: a longer time is shown by months. */
const mostWeeks = 60
const mostYears = 10

/** Reads what an address asks for; what cannot be is as if it were not there. Offices are named by code. */
export function readResultsFilter(search: URLSearchParams, today: string, offices: ReadonlyMap<string, OfficeId>): ResultsFilter {
  const period = readPeriod(search, today)
  const subject = search.get('oggetto') ?? ''
  const weeks = Temporal.PlainDate.from(period.from).until(period.to).days / 7
  const step = oneOf(ratingSteps, search.get('passo')) ?? 'month'
  return {
    ...period,
    kind: oneOf(subjectKinds, search.get('tipo')),
    office: offices.get(search.get('ufficio') ?? '') ?? null,
    subject: isId(subject) ? (subject as Id<'rating-subject'>) : null,
    step: weeks > mostWeeks ? 'month' : step,
    comparison: oneOf(comparisons, search.get('confronto')) ?? 'before',
    order: oneOf(subjectOrders, search.get('ordine')) ?? 'most',
  }
}

/** The time that a period is compared with. */
export function comparedPeriod({ from, to, comparison }: Period & { readonly comparison: Comparison }): Period | null {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  if (comparison === 'none') return null
  if (comparison === 'year') return { from: first.subtract({ years: 1 }).toString(), to: last.subtract({ years: 1 }).toString() }
  const days = first.until(last).days + 1
  return { from: first.subtract({ days }).toString(), to: first.subtract({ days: 1 }).toString() }
}

/** The first days of the months or weeks into which a period falls, the earliest first. */
export function stepsOf({ from, to }: Period, step: RatingStep): readonly string[] {
  const steps: string[] = []
  for (let day = stepOf(from, step); day <= to; day = stepAfter(day, step)) steps.push(day)
  return steps
}

function readPeriod(search: URLSearchParams, today: string): Period {
  const asked = (name: string) => {
    const day = search.get(name) ?? ''
    return isCivilDate(day) ? day : null
  }
  const to = asked('al') ?? today
  const usual = Temporal.PlainDate.from(to)
    .with({ day: 1 })
    .subtract({ months: usualMonths - 1 })
    .toString()
  const from = asked('dal') ?? usual
  const earliest = Temporal.PlainDate.from(to).subtract({ years: mostYears }).toString()
  return from > to ? { from: usual, to } : { from: from < earliest ? earliest : from, to }
}

function oneOf<T extends string>(known: readonly T[], asked: string | null): T | null {
  return known.find((one) => one === asked) ?? null
}

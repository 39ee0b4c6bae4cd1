import { type RawBuilder, sql } from 'kysely'
import type { Period, ResultsFilter } from '#domain/ratings/results-filter.ts'
import { spansOf } from '#domain/ratings/spans.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { Directory } from '#server/storage/directory.ts'

/** Which subjects somebody asks for, and of which offices they see ratings; null is all. */
export type SubjectsAsked = Pick<ResultsFilter, 'kind' | 'office' | 'subject'> & { readonly seen: readonly OfficeId[] | null }

/** The subjects that the filter wants, of `rating_subject`; an office is asked for with what is below it. */
export function subjectsWanted({ kind, office, subject, seen }: SubjectsAsked, { offices }: Directory): RawBuilder<boolean> {
  const conditions = [
    sql`true`,
    ...(kind === null ? [] : [sql`rating_subject.kind = ${kind}`]),
    ...(office === null ? [] : [sql`rating_subject.office_id = any(${withDescendants(offices, office)}::uuid[])`]),
    ...(subject === null ? [] : [sql`rating_subject.id = ${subject}`]),
    ...(seen === null ? [] : [sql`rating_subject.office_id = any(${seen}::uuid[])`]),
  ]
  return sql`${sql.join(conditions, sql` and `)}`
}

/** What was counted in a time, as `counted`: by months where whole ones lie in it, by days where they do not; weeks want days alone. */
export function countedIn(tenant: TenantId, period: Period, today: string, by: 'any' | 'days' = 'any'): RawBuilder<unknown> {
  const { months, days } = by === 'any' ? spansOf(period, today) : { months: null, days: [period] }
  const parts = [
    ...days.map(
      ({ from, to }) => sql`select rating_day.subject_id, rating_day.day as first, rating_day.stars, rating_day.answers
        from rating_day where rating_day.tenant_id = ${tenant} and rating_day.day between ${from} and ${to}`,
    ),
    ...(months === null
      ? []
      : [
          sql`select rating_month.subject_id, rating_month.month as first, rating_month.stars, rating_month.answers
            from rating_month where rating_month.tenant_id = ${tenant}
              and rating_month.month >= ${months.first} and rating_month.month < ${months.end}`,
        ]),
  ]
  return sql`(${sql.join(parts, sql` union all `)}) counted`
}

const sumOf = (place: string) => `coalesce(sum(counted.${place}), 0)::int`
const places = (name: string, most: number) => Array.from({ length: most }, (_, at) => sumOf(`${name}[${at + 1}]`)).join(', ')

/** The sums of both counts, as arrays. */
export const summed = {
  stars: sql.raw<number[]>(`array[${places('stars', 5)}]`),
  answers: sql.raw<number[]>(`array[${places('answers', 10)}]`),
}

/** How many rated, and how many stars they gave in all. */
export const ratedIn = sql.raw<number>([1, 2, 3, 4, 5].map((n) => `counted.stars[${n}]`).join(' + '))
export const starsIn = sql.raw<number>([1, 2, 3, 4, 5].map((n) => `${n} * counted.stars[${n}]`).join(' + '))
